import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where the system wants caches of the user to be; undefined for a user without a home. */
export function userCacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const { XDG_CACHE_HOME: own, LOCALAPPDATA: local } = environment;
  // By its specification, a path that is not absolute is passed over.
  if (own !== undefined && isAbsolute(own)) {
    return join(own, 'stet');
  }
  const home = homeFolder();
  switch (process.platform) {
    case 'win32': {
      const folder =
        local !== undefined && isAbsolute(local) ? local : home && join(home, 'AppData', 'Local');
      return folder && join(folder, 'stet', 'cache');
    }
    case 'darwin':
      return home && join(home, 'Library', 'Caches', 'stet');
    default:
      return home && join(home, '.cache', 'stet');
  }
}

function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : undefined;
  } catch {
    // As in a container that runs as a user whom the system does not know.
    return undefined;
  }
}

/** The folder of one workspace: by where it lies and which articles it has. */
export function workspaceFolder(base: string, root: string, articles: readonly string[]): string {
  const name = createHash('sha256')
    .update(JSON.stringify([realPath(root), articles]))
    .digest('hex')
    .slice(0, 24);
  return join(base, name);
}

function realPath(root: string): string {
  try {
    return realpathSync(root);
  } catch {
    return root;
  }
}

/** Bytes that all workspaces may take together. */
const cacheLimit = 4 * 1024 ** 3;

/** Notes that a workspace is used, and removes those unused for longest while all take more than the limit. */
export async function removeOldest(base: string, current: string, limit = cacheLimit): Promise<void> {
  try {
    const now = new Date();
    await utimes(current, now, now);
    // Other things may be kept beside the workspaces: they are not ours to weigh or to remove.
    const names = (await readdir(base))
      .filter(name => workspaceName.test(name))
      .map(name => join(base, name));
    const workspaces = (await Promise.all(names.map(weigh))).flat();
    let total = workspaces.reduce((sum, it) => sum + it.size, 0);
    for (const { folder, size } of workspaces.sort((one, other) => one.used - other.used)) {
      if (total > limit && folder !== current) {
        // One that another process has open, where the system minds, goes next time.
        const isGone = await rm(folder, { recursive: true, force: true }).then(
          () => true,
          () => false,
        );
        total -= isGone ? size : 0;
      }
    }
  } catch {
    // Another process removes at the same time, or nothing may be removed: tried again next time.
  }
}

/** As `createHash` names a workspace. */
const workspaceName = /^[0-9a-f]{24}$/;

/** Nothing of what cannot be looked into: it may be on its way out. */
async function weigh(
  folder: string,
): Promise<readonly { readonly folder: string; readonly used: number; readonly size: number }[]> {
  try {
    return [{ folder, used: (await stat(folder)).mtimeMs, size: await sizeOf(folder) }];
  } catch {
    return [];
  }
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map(async name => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
