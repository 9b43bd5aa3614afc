import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { run } from './processes.ts';

/** Names under which Chromium and its kin are installed. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];
const APT_MS = 5 * 60_000;

/** Says that a test cannot run here, and what would help. */
export class NoBrowser extends Error {}

/** The Chromium on the PATH, or the one that `CHROME_PATH` names. */
function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['CHROME_PATH'];
  if (named) {
    return named;
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name + suffix);
      if (folder !== '' && existsSync(path)) {
        return path;
      }
    }
  }
  return undefined;
}

/** Finds a browser; as root on Debian, where there is none, it installs Debian's Chromium. */
export async function needBrowser(say: (line: string) => void = console.error): Promise<string> {
  const found = findBrowser();
  if (found !== undefined) {
    return found;
  }
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('Installing Chromium for the tests (apt-get install chromium) …');
    const options = {
      timeout: APT_MS,
      output: 'keep',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    } as const;
    const update = await run('apt-get', ['update', '-qq'], options);
    const args = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
    const install = await run('apt-get', args, options);
    const installed = findBrowser();
    if (installed !== undefined) {
      return installed;
    }
    throw new NoBrowser(`Chromium could not be installed:\n${update.stderr}${install.stderr}`);
  }
  throw new NoBrowser(
    'No Chromium or Chrome was found on the PATH. Install one, or name it in CHROME_PATH, to run the tests in VS Code.',
  );
}

/** Starts a browser without a window; it reaches nothing but this machine, and closes with this process. */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    // Whoever runs the tests closes it; the driver's own handlers would end the process first.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
