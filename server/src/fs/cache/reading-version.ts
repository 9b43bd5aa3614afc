import { articleFormat } from '../../core/corpus/article-codec.ts';
import { parcelFormat } from '../../core/corpus/parcel.ts';
import type { CacheSettings } from './cache.ts';

/** Put in when Stet is bundled: a hash of all that takes part in reading, the code and the weights. */
declare const STET_READING: string | undefined;

/**
 * A cache in a folder; what was read by another version is read again. Undefined without a folder, and where Stet runs
 * from its sources, which may have changed since they last ran.
 */
export function cacheIn(base: string | undefined, log: (line: string) => void): CacheSettings | undefined {
  return base === undefined || typeof STET_READING !== 'string'
    ? undefined
    : { base, version: `${articleFormat}.${parcelFormat}.${STET_READING}`, log };
}
