import type { Random } from '../bench/random.ts';

/** A way to draft what an article prints, and whether a verdict is right for it; `wrong` ones must never be green. */
export interface Way {
  readonly name: string;
  readonly isWrong: boolean;
  /** The drafted words; undefined where the way leads nowhere. `text` is the whole article. */
  draft(words: readonly string[], random: Random, text: string): readonly string[] | undefined;
}

/** Shorter ones may stand anywhere. */
export const fewestWords = 6;
/** Longer ones are speeches. */
export const mostWords = 60;

/** So far it is looked for words that a speaker repeats, in characters. */
const furthestRepeat = 600;

const swaps: Readonly<Record<string, string>> = {
  not: '',
  never: 'often',
  will: 'would',
  can: 'could',
  must: 'may',
  have: 'had',
  is: 'was',
  are: 'were',
  all: 'some',
  more: 'less',
  i: 'we',
  he: 'she',
  million: 'billion',
  because: 'although',
  the: 'a',
};

const otherPersons: Readonly<Record<string, string>> = {
  i: 'we',
  we: 'I',
  he: 'she',
  she: 'he',
  my: 'our',
  our: 'my',
};
const isSubject = /^(?:i|we|they|he|she)$/i;
/** A negation before these affirms. */
const idle =
  /^(?:only|just|simply|merely|least|less|longer|matter|doubt|question|wonder|surprise|secret|to)\b/;
/** Words that begin a sentence, and no abbreviation is likely to stand before them. */
const opening = /^(?:The|We|They|He|She|It|This|That|There|You)$/;

const strangers = ['very', 'not', 'always', 'also', 'never', 'new', 'just'];

export const ways: readonly Way[] = [
  { name: 'as printed', isWrong: false, draft: words => words },
  {
    name: 'a part of it',
    isWrong: false,
    draft: (words, random) => {
      const count = random.between(Math.min(5, words.length), words.length);
      const start = random.below(words.length - count + 1);
      // Words of somebody whom the speaker quotes are not the speaker's own: they are drafted below, as wrong ones.
      const isInner = innerOf(words).some(
        it => it.start <= start && !words.slice(it.end, start + count).some(isWord),
      );
      return isInner ? undefined : words.slice(start, start + count);
    },
  },
  {
    name: 'whom they quote, as their own',
    isWrong: true,
    draft: (words, _random, text) => {
      const inner = innerOf(words)
        .map(it => words.slice(it.start, it.end))
        .find(it => it.length >= fewestWords && it.length < words.length);
      const bare = inner?.map(it => it.replace(/^[‘']|[’']*[.,!?]*[’']*$/g, ''));
      // What the article prints elsewhere as well may be the speaker's own there.
      const isOnce = bare !== undefined && plainly(text).split(plainly(bare.join(' '))).length === 2;
      return isOnce ? bare : undefined;
    },
  },
  {
    name: 'a word left out',
    isWrong: true,
    draft: (words, random) => without(words, random.between(1, words.length - 2)),
  },
  {
    name: 'a word put in',
    isWrong: true,
    draft: (words, random) => {
      const at = random.between(1, words.length - 1);
      return [...words.slice(0, at), random.pick(strangers), ...words.slice(at)];
    },
  },
  {
    name: 'a word replaced by its like',
    isWrong: true,
    draft: (words, random) => {
      const places = words.flatMap((word, at) => (word.toLowerCase() in swaps ? [at] : []));
      const at = places.length === 0 ? undefined : random.pick(places);
      const other = at === undefined ? undefined : swaps[(words[at] ?? '').toLowerCase()];
      return at === undefined
        ? undefined
        : [...words.slice(0, at), ...(other ? [other] : []), ...words.slice(at + 1)];
    },
  },
  {
    name: 'another verb in brackets',
    isWrong: true,
    draft: (words, random, text) => {
      const places = words.flatMap((word, at) =>
        at > 0 && isSubject.test(words[at - 1] ?? '') && /^\p{Ll}{4,}$/u.test(word) ? [at] : [],
      );
      const at = places.length === 0 ? undefined : random.pick(places);
      const strangersHere = text.match(/(?<= )\p{Ll}{5,}(?= )/gu) ?? [];
      const other = at === undefined ? undefined : random.pick([...strangersHere, 'ignored']);
      // What begins alike may be a form of the same verb, what points may stand for anything.
      return at === undefined || other?.[0] === words[at]?.[0] || /^the/.test(other ?? '')
        ? undefined
        : replaced(words, at, `[${other}]`);
    },
  },
  {
    name: 'somebody else in brackets',
    isWrong: true,
    draft: (words, random) => {
      const places = words.flatMap((word, at) => (word.toLowerCase() in otherPersons ? [at] : []));
      const at = places.length === 0 ? undefined : random.pick(places);
      return at === undefined
        ? undefined
        : replaced(words, at, `[${otherPersons[words[at]?.toLowerCase() ?? '']}]`);
    },
  },
  {
    name: 'an ellipsis for a negation',
    isWrong: true,
    draft: (words, random) => {
      const places = words.flatMap((word, at) =>
        at > 0 &&
        at < words.length - 2 &&
        /^(?:not|never|no|nobody)$/.test(word) &&
        !idle.test(words[at + 1] ?? '')
          ? [at]
          : [],
      );
      return places.length === 0 ? undefined : replaced(words, random.pick(places), '…');
    },
  },
  {
    name: 'two sentences as one',
    isWrong: true,
    draft: (words, random) => {
      const places = words.flatMap((word, at) =>
        /^\p{Ll}{2,}\.$/u.test(word) && opening.test(words[at + 1] ?? '') ? [at] : [],
      );
      const at = places.length === 0 ? undefined : random.pick(places);
      return at === undefined
        ? undefined
        : [
            ...words.slice(0, at),
            (words[at] ?? '').replace('.', ''),
            (words[at + 1] ?? '').toLowerCase(),
            ...words.slice(at + 2),
          ];
    },
  },
  {
    name: 'its halves in reverse order',
    isWrong: true,
    draft: (words, _random, text) =>
      words.length < 12 || goesRound(words, text)
        ? undefined
        : [...words.slice(-6), '…', ...words.slice(0, 5)],
  },
];

function replaced(words: readonly string[], at: number, word: string): readonly string[] {
  return [...words.slice(0, at), word, ...words.slice(at + 1)];
}

/** Where single marks stand inside of a quotation, as words; `end` exclusive. */
function innerOf(words: readonly string[]): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start: number | undefined;
  for (const [at, word] of words.entries()) {
    start ??= /^[‘'](?!\d|em\b|til\b|cause\b)/i.test(word) ? at : undefined;
    if (start !== undefined && /[’'][.,!?;:’']*$/.test(word)) {
      found.push({ start, end: at + 1 });
      start = undefined;
    }
  }
  return found;
}

/**
 * Whether the article has the last words before the first ones somewhere besides, so that the halves stand in that order. The
 * same quotation printed a second time is not said a second time.
 */
function goesRound(words: readonly string[], text: string): boolean {
  const all = plainly(text);
  const [said = '', head = '', tail = ''] = [words, words.slice(0, 5), words.slice(-6)].map(it =>
    plainly(it.join(' ')),
  );
  for (let at = all.indexOf(tail); at >= 0; at = all.indexOf(tail, at + 1)) {
    const isWhole = all.slice(0, at + tail.length).endsWith(said);
    const behind = all.slice(at + tail.length - 1, at + tail.length + furthestRepeat);
    for (let next = behind.indexOf(head); next >= 0; next = behind.indexOf(head, next + 1)) {
      if (!isWhole || !behind.startsWith(said, next)) {
        return true;
      }
    }
  }
  return false;
}

/** Small letters and digits alone, with a space on either side of each word. */
function plainly(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

function isWord(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece);
}

function without(words: readonly string[], at: number): readonly string[] | undefined {
  // Of two that are the same, one may be left out of a part that is quoted; a dash is no word, and the last is cut off.
  const [before, word, after] = [at - 1, at, at + 1].map(it => words[it]?.toLowerCase());
  const isTwin = word === before || word === after;
  const isLast = !words.slice(at + 1).some(isWord);
  return isWord(words[at] ?? '') && !isTwin && !isLast
    ? [...words.slice(0, at), ...words.slice(at + 1)]
    : undefined;
}
