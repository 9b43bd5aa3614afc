import { readFileSync } from 'node:fs';
import type { Translation } from '../core/text/say.ts';
import { reasonOf } from './problem.ts';

/**
 * The translation that a client names: its messages by their English, or the path of a JSON file that holds them so.
 * What is of no use leaves Stet in English; `problem` is then a line for the log.
 */
export function readTranslation(given: unknown): {
  readonly translation: Translation;
  readonly problem: string | undefined;
} {
  try {
    const messages: unknown =
      typeof given === 'string' ? JSON.parse(readFileSync(given, 'utf8')) : (given ?? {});
    const entries = isObject(messages) ? Object.entries(messages) : undefined;
    if (entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string') === true) {
      return { translation: new Map(entries), problem: undefined };
    }
    return english('it is no object of messages by their English');
  } catch (error) {
    return english(error instanceof SyntaxError ? error.message : reasonOf(error));
  }
}

function english(reason: string): ReturnType<typeof readTranslation> {
  return { translation: new Map(), problem: `the translation is not used: ${reason}` };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
