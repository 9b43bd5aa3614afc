import { readFileSync } from 'node:fs';
import type { Translation } from '../core/text/say.ts';
import { plainText } from '../formats/plain.ts';
import { reasonOf } from './problem.ts';

/** What is spoken; where a translation is of no use, English, and a line for the log. */
interface Read {
  readonly translation: Translation;
  readonly problem: string | undefined;
}

/** The translation that a client names: its messages by their English, or the path of a JSON file that holds them so. */
export function readTranslation(given: unknown): Read {
  if (typeof given !== 'string') {
    return toTranslation(given ?? {});
  }
  try {
    const file = plainText(readFileSync(given));
    return file.kind === 'text' ? toTranslation(JSON.parse(file.text)) : english(file.reason);
  } catch (error) {
    return english(error instanceof SyntaxError ? error.message : reasonOf(error));
  }
}

function toTranslation(messages: unknown): Read {
  const entries = isObject(messages) ? Object.entries(messages) : undefined;
  return entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string') === true
    ? { translation: new Map(entries), problem: undefined }
    : english('it is no object of messages by their English');
}

function english(reason: string): Read {
  return { translation: new Map(), problem: `the translation is not used: ${reason}` };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
