import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { articleFormat } from '../../core/corpus/article-codec.ts';
import { parcelFormat } from '../../core/corpus/parcel.ts';
import { weightsPath } from '../names-model.ts';

/** Put in when Stet is bundled: a hash of all code that takes part in reading. */
declare const STET_READING: string | undefined;

/**
 * What was read by another version is read again: it names the code, the weights and the formats. Undefined where
 * Stet runs from its sources, which may have changed since they last ran.
 */
export function readingVersion(): string | undefined {
  if (typeof STET_READING !== 'string') {
    return undefined;
  }
  const weights = createHash('sha1').update(readFileSync(weightsPath())).digest('hex').slice(0, 12);
  return `${articleFormat}.${parcelFormat}.${STET_READING}.${weights}`;
}
