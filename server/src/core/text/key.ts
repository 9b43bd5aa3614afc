import type { Span } from './span.ts';

/** Something that an answer hangs on. */
export type KeyPart = string | number | boolean | undefined | readonly KeyPart[];

/**
 * One string for all that an answer hangs on, by which it is remembered: whatever differs in a part, or in where one ends, has
 * another. A keystroke makes many: no JSON, which would look at every character.
 */
export function keyOf(parts: readonly KeyPart[]): string {
  let key = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      key += `${String(part.length)}:${part}`;
    } else if (typeof part === 'object') {
      key += `[${keyOf(part)}]`;
    } else {
      key += `${String(part)} `;
    }
  }
  return key;
}

/** Where spans lie, as seen from an offset: the same wherever a block has moved to. */
export function placesFrom(offset: number, spans: readonly Span[]): readonly number[] {
  return spans.flatMap(({ start, end }) => [start - offset, end - offset]);
}
