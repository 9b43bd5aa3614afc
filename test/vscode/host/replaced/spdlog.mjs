import { appendFileSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Stands in for the native `@vscode/spdlog`: the log files that VS Code's output panel shows, written plainly. */
export const version = 0;

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'off'];

export class Logger {
  #file;
  #level = 2;
  #bare = false;

  constructor(_type, _name, path) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'a');
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  setPattern() {}

  clearFormatters() {
    this.#bare = true;
  }

  flush() {}

  drop() {
    if (this.#file !== undefined) {
      closeSync(this.#file);
      this.#file = undefined;
    }
  }

  write(level, message) {
    if (level < this.#level || this.#file === undefined) {
      return;
    }
    const time = new Date().toISOString().replace('T', ' ').slice(0, 23);
    appendFileSync(this.#file, this.#bare ? String(message) : `${time} [${LEVELS[level]}] ${message}\n`);
  }
}

LEVELS.slice(0, -1).forEach((name, level) => {
  Logger.prototype[name] = function (message) {
    this.write(level, message);
  };
});

export async function createRotatingLogger(name, path) {
  return new Logger('rotating', name, path);
}

export const createAsyncRotatingLogger = createRotatingLogger;

export function setLevel() {}
export function setFlushOn() {}
export function shutdown() {}
