import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { removeAbandoned, unfinishedEnding } from './unfinished.ts';

/** What the file of a compiled bundle begins with: of what it is, and its own sum. */
const hashSize = 20;

/**
 * Runs a CommonJS bundle. What the engine made of it is kept in a file, so that it is not compiled anew the next time:
 * a process that lives for a moment spends a good part of it on that. What is not of this bundle and engine, damaged, or
 * another user's is not used.
 */
export function runCompiled(bundle: string, kept: string): void {
  const source = readFileSync(bundle);
  const of = hashOf(JSON.stringify([process.versions, process.arch]), source);
  const cachedData = readKept(kept, of);
  const script = new Script(Module.wrap(source.toString()), {
    filename: bundle,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  if (!cachedData || script.cachedDataRejected === true) {
    // At the end: most functions are compiled only when they are called.
    process.once('exit', () => keep(kept, of, script.createCachedData()));
  }
}

function readKept(path: string, of: Buffer): Buffer | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = fstatSync(file).uid === (process.getuid?.() ?? 0) ? readFileSync(file) : Buffer.alloc(0);
      const data = bytes.subarray(2 * hashSize);
      // The engine itself does not look whether it is whole.
      const head = Buffer.concat([of, hashOf(data)]);
      return head.equals(bytes.subarray(0, 2 * hashSize)) ? data : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

function keep(path: string, of: Buffer, data: Buffer): void {
  const unfinished = `${path}.${randomUUID()}${unfinishedEnding}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    removeAbandoned(dirname(path));
    try {
      writeFileSync(unfinished, Buffer.concat([of, hashOf(data), data]), { flag: 'wx', mode: 0o600 });
      renameSync(unfinished, path);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
  } catch {
    // A full disk, or a folder that may not be entered or written to: compiled anew the next time.
  }
}

function hashOf(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha1');
  for (const part of parts) {
    hash.update(part);
  }
  return hash.digest();
}
