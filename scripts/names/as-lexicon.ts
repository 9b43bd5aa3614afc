import type { Lexicon } from '../../server/src/core/parse/names/lexicon.ts';
import { PLAIN_WORD, UPPER_COUNT } from '../../server/src/core/parse/names/lexicon.ts';
import type { BuiltLexicon } from './build-lexicon.ts';

/** A lexicon as it will be read back from the weights file. */
export function asLexicon(built: BuiltLexicon): Lexicon {
  const keys = [...new Set([...built.lists.keys(), ...built.groups.keys()])].sort(
    (one, other) => one - other,
  );
  const counts = new Uint32Array(UPPER_COUNT);
  for (const key of keys) {
    counts[key >>> 8] = (counts[key >>> 8] ?? 0) + 1;
  }
  let end = 0;
  const starts = Uint32Array.of(0, ...counts.map(count => (end += count)));
  const entries = Int32Array.from(
    keys,
    it =>
      (built.lists.get(it) ?? 0) |
      ((built.groups.get(it) ?? 0) << 16) |
      (built.plain.has(it) ? PLAIN_WORD : 0),
  );
  return {
    words: { starts, lows: Uint8Array.from(keys, it => it & 0xff), entries },
    phrases: built.phrases,
    wide: built.wide,
    widest: built.widest,
  };
}
