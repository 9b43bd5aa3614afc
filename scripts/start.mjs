/**
 * `npm start`: installs and builds what is needed, prints the check of the sample briefs, and opens them in a VS Code
 * with Stet in it. `npm start -- --articles DIR DRAFT…` does the same with the user's own files.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDesktop } from './desktop.mjs';
import { prepare, root } from './prepare.mjs';

const USAGE = `npm start                                 the sample newsroom
npm start -- --articles DIR DRAFT…        your own articles and drafts
npm start -- --no-open                    only the check, no editor`;
const CHECK_MS = 5 * 60_000;

const wish = readWish(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
prepare();
const status = printCheck(wish);
if (!wish.open) {
  // Findings are what the check is for; only a check that could not be done fails.
  process.exit(status > 1 ? status : 0);
}
const home = mkdtempSync(join(tmpdir(), 'stet-start-'));
const { workspace, folders, drafts, settings } = layOut(wish, home);
if (openDesktop(root, [workspace, ...drafts])) {
  if (wish.drafts.length === 0) {
    rmSync(home, { recursive: true });
  }
  console.log('\nVS Code opens with Stet in it.');
} else {
  await serve();
}

function readWish(args, folder) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        articles: { type: 'string', multiple: true, default: [] },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return refuse(error.message);
  }
  const { values, positionals: drafts } = parsed;
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  if ((values.articles.length === 0) !== (drafts.length === 0)) {
    return refuse('Your own files need both: --articles DIR, and at least one draft.');
  }
  const missing = [...values.articles, ...drafts].find(path => !existsSync(resolve(folder, path)));
  if (missing !== undefined) {
    return refuse(`There is no ${resolve(folder, missing)}.`);
  }
  const file = values.articles.find(path => !statSync(resolve(folder, path)).isDirectory());
  if (file !== undefined) {
    return refuse(`--articles wants a folder, and ${resolve(folder, file)} is a file.`);
  }
  return { folder, articles: values.articles, drafts, open: !values['no-open'] };
}

function refuse(message) {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

/** Runs the command line as its users do, on the paths as they were typed. */
function printCheck({ folder, articles, drafts }) {
  const own = [...articles.flatMap(path => ['--articles', path]), ...drafts];
  const typed = drafts.length === 0 ? ['--root', 'samples'] : own;
  console.log(`\nstet check ${typed.join(' ')}\n`);
  const cwd = drafts.length === 0 ? root : folder;
  const args = [join(root, 'dist', 'cli.cjs'), 'check', ...typed];
  return spawnSync(process.execPath, args, { cwd, stdio: 'inherit', timeout: CHECK_MS }).status ?? 2;
}

/** What the editor opens. The user's own folders stay as they are: what Stet must be told goes into a workspace file. */
function layOut({ folder, articles, drafts }, home) {
  if (drafts.length === 0) {
    const samples = join(root, 'samples');
    const brief = join(samples, 'briefs', 'river-talks.md');
    return { workspace: samples, folders: [samples], drafts: [brief], settings: {} };
  }
  const paths = drafts.map(path => resolve(folder, path));
  const folders = [...new Set(paths.map(path => (statSync(path).isDirectory() ? path : dirname(path))))];
  const settings = { 'stet.articles': articles.map(path => resolve(folder, path)) };
  const workspace = join(home, 'drafts.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: folders.map(path => ({ path })), settings }));
  return { workspace, folders, drafts: paths.filter(path => !statSync(path).isDirectory()), settings };
}

/** Serves VS Code's workbench to a browser on this machine, with the packed extension installed, until Ctrl+C. */
async function serve() {
  const { register } = await import('tsx/esm/api');
  register();
  const { installHost } = await import('../test/vscode/host/install.ts');
  const { packageExtension } = await import('../test/vscode/host/package.ts');
  const { whenNpmEnds } = await import('../test/vscode/host/processes.ts');
  const hosting = await import('../test/vscode/host/server.ts');

  const forget = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', forget);
  let server;
  let asked = false;
  const end = async () => {
    asked = true;
    await server?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void end());
  }
  whenNpmEnds(() => void end());

  console.log('\nPreparing VS Code for the browser …');
  const host = await installHost('newest', console.log);
  const vsix = join(home, 'stet.vsix');
  await packageExtension(vsix);
  await hosting.installExtension(host, home, vsix);
  // In a browser VS Code may read a workspace file before it can reach it, and then shows no folder: one needs no such file.
  const isOne = folders.length === 1;
  hosting.writeSettings(join(home, 'data'), isOne ? settings : {});
  const token = randomBytes(16).toString('hex');
  server = await hosting.startServer({ host, home, token, trust: true });
  const { port } = server;
  const payload = drafts.slice(0, 1).map(path => ['openFile', hosting.remoteUri(port, path)]);
  console.log(`\nStet in VS Code, in your browser (on this machine only; the address holds the key):

  ${hosting.workbenchAddress(port, { workspace: isOne ? folders[0] : workspace, token, payload })}

${isOne ? '' : 'If it shows no folders, reload the page. '}Ctrl+C ends it.`);
  await server.ended;
  if (!asked) {
    console.error('VS Code’s server ended of itself.');
    process.exit(1);
  }
}
