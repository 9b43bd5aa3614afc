import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { articleFormat } from '../../core/corpus/article-codec.ts';
import { parcelFormat } from '../../core/corpus/parcel.ts';
import { weightsPath } from '../names-model.ts';
import type { CacheSettings } from './cache.ts';

/** Put in when Stet is bundled: a hash of all code that takes part in reading. */
declare const STET_READING: string | undefined;

/**
 * What was read by another version is read again: it names the code, the weights and the formats. Undefined where
 * Stet runs from its sources, which may have changed since they last ran.
 */
function readingVersion(): string | undefined {
  if (typeof STET_READING !== 'string') {
    return undefined;
  }
  const weights = createHash('sha1').update(readFileSync(weightsPath())).digest('hex').slice(0, 12);
  return `${articleFormat}.${parcelFormat}.${STET_READING}.${weights}`;
}

/** A cache in a folder; undefined where Stet runs from its sources. */
export function cacheIn(base: string, log: (line: string) => void): CacheSettings | undefined {
  const version = readingVersion();
  return version === undefined ? undefined : { base, version, log };
}
