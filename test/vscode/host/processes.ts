import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';

/** How a command ended; `status` is null where a signal or the time limit ended it. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

/** What `run` may be told. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the command and all that it started are killed. */
  readonly timeout: number;
  /** `show` streams to this terminal, `keep` collects. */
  readonly output: 'show' | 'keep';
}

/** A process that leads a group of its own, so that everything it starts can be ended with it. */
export interface Group {
  readonly process: ChildProcess;
  /** Ends the whole group, politely first; resolves when its leader is gone. */
  stop(): Promise<void>;
}

const GRACE_MS = 3000;
const POLL_MS = 500;
const alive = new Set<ChildProcess>();

/** Starts a process in a group of its own. Whatever is left of it is killed when this process exits. */
export function startGroup(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly stdio: StdioOptions },
): Group {
  watchForEnd();
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  alive.add(child);
  const gone = new Promise<void>(resolve => {
    const end = (): void => {
      // The leader may go before what it started.
      signalGroup(child, 'SIGKILL');
      alive.delete(child);
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  return {
    process: child,
    async stop() {
      signalGroup(child, 'SIGTERM');
      const killer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
      await gone;
      clearTimeout(killer);
    },
  };
}

/** Runs a command to its end. Rejects only where it cannot be started. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const group = startGroup(command, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: options.env }),
    stdio: options.output === 'show' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  const stdout = collect(group.process.stdout);
  const stderr = collect(group.process.stderr);
  let timedOut = false;
  const limit = setTimeout(() => {
    timedOut = true;
    void group.stop();
  }, options.timeout);
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      group.process.once('error', reject);
      group.process.once('close', resolve);
    });
    return { status, stdout: stdout(), stderr: stderr(), timedOut };
  } finally {
    clearTimeout(limit);
  }
}

/** Runs npm; on Windows it is a batch file, which only a shell starts. */
export function npm(args: readonly string[], options: RunOptions): Promise<Ended> {
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options);
}

/**
 * Under npm a shell stands between npm and this process, and a signal sent to npm ends only that shell: this tells of its
 * end, once. Nothing is watched where npm did not start this process.
 */
export function whenNpmEnds(act: () => void): void {
  if (process.platform === 'win32' || process.env['npm_lifecycle_event'] === undefined) {
    return;
  }
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== shell) {
      clearInterval(timer);
      act();
    }
  }, POLL_MS);
  timer.unref();
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) {
    return;
  }
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

let watching = false;

/** Groups are out of reach of Ctrl+C in the terminal: this process must end them. */
function watchForEnd(): void {
  if (watching) {
    return;
  }
  watching = true;
  process.once('exit', () => {
    for (const child of alive) {
      signalGroup(child, 'SIGKILL');
    }
  });
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const [signal, status] of Object.entries(signals)) {
    // One who listens as well ends in good order on their own.
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) {
        process.exit(status);
      }
    });
  }
}
