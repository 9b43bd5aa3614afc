import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CompletionList,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type Position,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { serverEnvironment } from '../../client/src/server-environment.ts';
import { clockOf, wholeClockOf, type Clock } from './measure.ts';

/** What the start of a server took; milliseconds from the moment that the client was ready for it. */
export interface Startup {
  readonly ready: number;
  /** Until the diagnostics of the draft that was open all the time were there. */
  readonly verdicts: number;
  /** The longest that a request waited for its answer meanwhile. */
  readonly stall: number;
}

/** Milliseconds: far more often than anybody asks, and seldom enough that asking takes next to nothing from what is measured. */
const betweenQuestions = 20;

const capabilities = {
  textDocument: { diagnostic: {}, definition: { linkSupport: true } },
  workspace: {
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

/** The built language server as a process of its own, with one draft open, asked over stdio as an editor does. */
export class Server {
  /** The time of the server. */
  readonly clock: Clock;
  readonly #process: ChildProcess;
  readonly #client: ProtocolConnection;
  readonly #root: string;
  readonly #uri: string;
  readonly #onChange: (() => void)[] = [];
  #lines: string[];
  #version = 1;
  #ready = false;
  #refreshes = 0;
  #profiles = 0;

  private constructor(server: ChildProcess, root: string, draft: string) {
    const { stdin, stdout } = server;
    if (stdin === null || stdout === null) {
      throw new Error('the server has no pipes');
    }
    this.#process = server;
    this.clock = clockOf(server.pid);
    this.#root = root;
    this.#uri = pathToFileURL(join(root, 'draft.md')).toString();
    this.#lines = draft.split('\n');
    this.#client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#client.onNotification('$/stet/status', ({ state }: { readonly state: string }) => {
      this.#ready = state === 'ready';
      this.#changed();
    });
    this.#client.onRequest('workspace/diagnostic/refresh', () => {
      this.#refreshes++;
      this.#changed();
      return null;
    });
    this.#client.onRequest('client/registerCapability', () => null);
    this.#client.onRequest('client/unregisterCapability', () => null);
    this.#client.listen();
  }

  /** Starts a server on a folder, with a profiler that writes to `profiles` where that is given, opens the draft, and waits until its quotations have verdicts. */
  static async start(
    root: string,
    draft: string,
    profiles: string | undefined,
  ): Promise<{ readonly server: Server; readonly startup: Startup }> {
    const child = spawn(
      process.execPath,
      profiles === undefined
        ? [join(__dirname, 'server.cjs'), '--stdio']
        : [join(__dirname, 'profiled-server.cjs'), '--stdio', profiles],
      {
        env: { ...process.env, ...serverEnvironment },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const server = new Server(child, root, draft);
    const rootUri = pathToFileURL(root).toString();
    await server.#client.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      capabilities,
      // What it remembers goes with the folder.
      initializationOptions: { storage: join(root, '.remembered') },
      workspaceFolders: [{ uri: rootUri, name: 'bench' }],
    });
    const clock = wholeClockOf(child.pid);
    const started = clock();
    await server.#client.sendNotification('initialized', {});
    await server.#client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: server.#uri, languageId: 'markdown', version: 1, text: draft },
    });
    let stall = 0;
    while (!server.#ready) {
      const asked = server.clock();
      await server.hover({ line: 0, character: 0 });
      stall = Math.max(stall, server.clock() - asked);
      await pause(betweenQuestions);
    }
    const ready = clock() - started;
    const diagnostics = await server.pull();
    if (diagnostics.length === 0) {
      throw new Error('the server found nothing wrong with a draft that has wrong quotations');
    }
    return { server, startup: { ready, verdicts: clock() - started, stall } };
  }

  /** The text of the draft as it stands. */
  get text(): string {
    return this.#lines.join('\n');
  }

  async pull(): Promise<readonly Diagnostic[]> {
    const report = await this.#client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: this.#uri },
    });
    return report.kind === 'full' ? report.items : [];
  }

  hover(position: Position): Promise<Hover | null> {
    return this.#client.sendRequest('textDocument/hover', { textDocument: { uri: this.#uri }, position });
  }

  completion(position: Position): Promise<CompletionList | null> {
    return this.#client.sendRequest('textDocument/completion', {
      textDocument: { uri: this.#uri },
      position,
    });
  }

  /** All that VS Code asks for after a keystroke. */
  async everything(position: Position): Promise<void> {
    const textDocument = { uri: this.#uri };
    const range = { start: { line: 0, character: 0 }, end: { line: this.#lines.length, character: 0 } };
    await Promise.all([
      this.pull(),
      this.completion(position),
      this.#client.sendRequest('textDocument/semanticTokens/full', { textDocument }),
      this.#client.sendRequest('textDocument/codeLens', { textDocument }),
      this.#client.sendRequest('textDocument/inlayHint', { textDocument, range }),
      this.#client.sendRequest('textDocument/documentLink', { textDocument }),
      this.#client.sendRequest('textDocument/documentSymbol', { textDocument }),
      this.#client.sendRequest('textDocument/codeAction', {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [] },
      }),
    ]);
  }

  /** Types a text at a place of one line, in place of the characters that stand there. */
  async type({ line, character }: Position, text: string, replaced = 0): Promise<void> {
    const before = this.#lines[line] ?? '';
    this.#lines[line] = before.slice(0, character) + text + before.slice(character + replaced);
    await this.#client.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [
        { range: { start: { line, character }, end: { line, character: character + replaced } }, text },
      ],
    });
  }

  /** Tells of a file that was created (1), changed (2) or removed (3), and waits until diagnostics are to be asked again. */
  async touched(path: string, type: 1 | 2 | 3): Promise<void> {
    const seen = this.#refreshes;
    await this.#client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(this.#root, path)).toString(), type }],
    });
    while (this.#refreshes === seen) {
      await new Promise<void>(resolve => this.#onChange.push(resolve));
    }
  }

  /** Memory of the process in MB, now and at its highest; undefined where the system does not tell so. */
  memory(): { readonly now: number; readonly highest: number } | undefined {
    try {
      const status = readFileSync(`/proc/${String(this.#process.pid)}/status`, 'utf8');
      const read = (key: string): number =>
        Number(new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(status)?.[1]) / 1024;
      return { now: read('VmRSS'), highest: read('VmHWM') };
    } catch {
      return undefined;
    }
  }

  /** Has a server with a profiler write what it did since the last time; gives the file. */
  async writeProfile(folder: string): Promise<string> {
    const written = join(folder, `server-${String(this.#profiles++)}.cpuprofile`);
    this.#process.kill('SIGUSR2');
    while (!existsSync(written)) {
      await pause(20);
    }
    return written;
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    await this.#client.sendRequest('shutdown');
    await this.#client.sendNotification('exit');
    await ended;
    this.#client.dispose();
  }

  #changed(): void {
    for (const resolve of this.#onChange.splice(0)) {
      resolve();
    }
  }
}

/** The position of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
