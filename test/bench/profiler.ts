import { renameSync, writeFileSync } from 'node:fs';
import { Session, type Profiler as Protocol } from 'node:inspector';

const microseconds = 250;

/** Samples what this process does. */
export class Profiler {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.setSamplingInterval', { interval: microseconds });
  }

  begin(): void {
    this.#session.post('Profiler.start');
  }

  /** Writes what was sampled since the beginning, where a file is given, which is whole as soon as it is there. */
  end(file: string | undefined): void {
    this.#session.post('Profiler.stop', (error: Error | null, result: Protocol.StopReturnType) => {
      if (error !== null) {
        throw error;
      }
      if (file !== undefined) {
        writeFileSync(`${file}.part`, JSON.stringify(result.profile));
        renameSync(`${file}.part`, file);
      }
    });
  }
}
