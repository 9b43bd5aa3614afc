import { Last } from '../text/last.ts';
import { isFirstName } from './entities-first-names.ts';
import { withoutLead } from './entities-leading.ts';
import { fold } from './entities-spelling.ts';
import { classesOf, BASE, GERUND, JUDGE, PAST, ROLE, SAY, TITLE } from './cues.ts';
import type { NameSpan } from './names/find.ts';
import { wordBefore } from './entities-roles.ts';
import type { Block, BlockKind, NameKind } from './reading.ts';

const lastKnown = new Last<KnownNames>();

/** Blocks whose words may all begin with a capital. */
export const HEADLINES: ReadonlySet<BlockKind> = new Set(['title', 'deck', 'heading']);

/** Titles that are the better half of a name: `Pope Leo`, `Prince Ari`. */
const KEPT = new Set([
  'pope',
  'king',
  'queen',
  'prince',
  'princess',
  'saint',
  'st',
  'lord',
  'lady',
  'sir',
  'dame',
]);
const PARTIES = new Set(['democrat', 'republican', 'rep', 'sen', 'gov', 'conservative', 'labour', 'rival']);

/** A name of three words is longer than this. */
const SHORTEST = 7;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/**
 * Takes off what a finder of names took in by mistake: a title before a name, and in headlines the verb and the other
 * people behind it (`Ana Lane Calls Bo Holt …`), a place before a name.
 */
export function bareSpans(
  text: string,
  blocks: readonly Block[],
  names: readonly NameSpan[],
): readonly NameSpan[] {
  const known = lastKnown.hold(new KnownNames(text, blocks, names));
  const bare: NameSpan[] = [];
  for (const found of names) {
    const name = withoutLead(text, found, blocks[found.block]?.start ?? 0);
    const split =
      name.kind === 'organisation' && hasLink(text, name) ? personOfBody(text, name, known) : undefined;
    if (split) {
      bare.push(...split);
      continue;
    }
    const words = name.kind !== 'organisation' && hasThreeWords(text, name) ? wordsOf(text, name) : [];
    if (words.length < 3) {
      bare.push(name);
      continue;
    }
    const [place, person] = placeBefore(text, name, words, known);
    if (place) {
      bare.push(place);
    } else if (name.kind === 'place') {
      bare.push(name);
      continue;
    }
    const parts = isHeadline(blocks, name) ? headlineParts(text, person, known.people) : [person];
    for (const part of parts) {
      const trimmed = withoutTitle(text, part);
      const [first, last] = [trimmed[0], trimmed.at(-1)];
      if (first && last) {
        bare.push({ start: first.start, end: last.end, kind: 'person', block: name.block });
      }
    }
  }
  return bare;
}

/** What a text names, folded; most texts are read without a look at it. */
class KnownNames {
  readonly #text: string;
  readonly #blocks: readonly Block[];
  readonly #names: readonly NameSpan[];
  #people: ReadonlySet<string> | undefined;
  #places: ReadonlySet<string> | undefined;

  constructor(text: string, blocks: readonly Block[], names: readonly NameSpan[]) {
    this.#text = text;
    this.#blocks = blocks;
    this.#names = names;
  }

  /** Those who are named outside headlines. */
  get people(): ReadonlySet<string> {
    this.#people ??= this.#of('person', false);
    return this.#people;
  }

  get places(): ReadonlySet<string> {
    this.#places ??= this.#of('place', true);
    return this.#places;
  }

  #of(kind: NameKind, headlines: boolean): ReadonlySet<string> {
    const known = new Set<string>();
    for (const name of this.#names) {
      if (name.kind === kind && (headlines || !isHeadline(this.#blocks, name))) {
        known.add(fold(this.#text.slice(name.start, name.end)).replace(/\s+/g, ' '));
      }
    }
    return known;
  }
}

/** Whether ` of `, ` at ` or ` from ` may stand in a name. */
function hasLink(text: string, { start, end }: NameSpan): boolean {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === 0x20) {
      const code = text.charCodeAt(at + 1);
      if (code === 0x6f || code === 0x61 || code === 0x66) {
        return true;
      }
    }
  }
  return false;
}

/** Whether a name may have three words. */
function hasThreeWords(text: string, { start, end }: NameSpan): boolean {
  let gaps = 0;
  for (let at = start; end - start > SHORTEST && at < end; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0) {
      gaps++;
    }
  }
  return gaps > 1;
}

/** `Ana Lane of Harbor Trust`, `Lane at Holt University`: a person and a body that were taken for one body. */
function personOfBody(text: string, name: NameSpan, known: KnownNames): readonly NameSpan[] | undefined {
  const match = /^((?:\p{Lu}[\p{L}.’'-]+ ){1,3})(?:of|at|from) (?=\p{Lu})/u.exec(
    text.slice(name.start, name.end),
  );
  const head = match?.[1]?.trim() ?? '';
  const words = head.split(' ');
  if (
    match === null ||
    BODIES.test(words.at(-1) ?? '') ||
    (words.length > 1 ? !isFirstName(words[0] ?? '') : !hasSurname(known.people, head))
  ) {
    return undefined;
  }
  return [
    { start: name.start, end: name.start + head.length, kind: 'person', block: name.block },
    { start: name.start + match[0].length, end: name.end, kind: 'organisation', block: name.block },
  ];
}

/** `Virginia Board of Elections`, `Austin Chamber of Commerce` */
const BODIES =
  /^(?:Academy|Army|Assembly|Association|Bank|Board|Bureau|Center|Centre|Chamber|Church|City|Club|College|Commission|Committee|Community|Conference|Congress|Council|County|Court|Daughters|Department|Dept\.?|Diocese|District|Division|Faculty|Federation|Foundation|Guard|Hall|Hospital|House|Institute|Institution|League|Library|Ministry|Museum|National|Office|Order|Parliament|Party|Republic|School|Senate|Sons|Society|State|Supreme|Temple|Town|Union|University)$/;

function hasSurname(people: ReadonlySet<string>, surname: string): boolean {
  const folded = fold(surname);
  return [...people].some(it => it === folded || it.endsWith(` ${folded}`));
}

/** `Harbourland’s Ana Lane`, `ambassador to Harbourland Ana Lane`: two names that were taken for one. */
function placeBefore(
  text: string,
  name: NameSpan,
  words: readonly Word[],
  known: KnownNames,
): readonly [NameSpan | undefined, readonly Word[]] {
  const [first] = words;
  const rest = words.slice(1);
  if (!first || rest.length < 2 || rest.some(it => it.folded.length < 2)) {
    return [undefined, words];
  }
  const bare = first.folded.replace(/'s$/, '');
  const owns = bare !== first.folded;
  const before = wordBefore(text, name.start, Math.max(0, name.start - 8));
  const canBePlace =
    owns || (before !== undefined && /^(?:to|of|from|in)$/.test(text.slice(before.start, before.end)));
  if (!canBePlace || !known.places.has(bare)) {
    return [undefined, words];
  }
  const end = first.start + bare.length;
  return [{ start: first.start, end, kind: 'place', block: name.block }, rest];
}

function isHeadline(blocks: readonly Block[], name: NameSpan): boolean {
  return HEADLINES.has(blocks[name.block]?.kind ?? 'paragraph');
}

function wordsOf(text: string, name: NameSpan): readonly Word[] {
  const words: Word[] = [];
  let start = name.start;
  for (let at = name.start; at <= name.end; at++) {
    const code = at < name.end ? text.charCodeAt(at) : 0x20;
    if (code === 0x20 || code === 0xa0 || code === 0x0a || code === 0x0d) {
      if (at > start) {
        words.push({ start, end: at, folded: fold(text.slice(start, at)) });
      }
      start = at + 1;
    }
  }
  return words;
}

/** The names that the body of the text knows; else all up to a verb. */
function headlineParts(
  text: string,
  words: readonly Word[],
  known: ReadonlySet<string>,
): readonly (readonly Word[])[] {
  const parts: (readonly Word[])[] = [];
  let free = 0;
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + 6); to > from; to--) {
      if (
        known.has(
          words
            .slice(from, to)
            .map(it => it.folded)
            .join(' '),
        )
      ) {
        // The body may give the surname only: `Ana Lane Calls Vote`, and `Lane` below.
        const given = to - from === 1 && from - free <= 2 ? words.slice(free, from) : [];
        const hasVerb = given.some(it => isVerb(text, it));
        parts.push(words.slice(hasVerb ? from : from - given.length, to));
        from = to - 1;
        free = to;
        break;
      }
    }
  }
  if (parts.length > 0) {
    return parts;
  }
  const verb = words.findIndex((it, index) => index > 0 && isVerb(text, it));
  return [verb > 0 ? words.slice(0, verb) : words];
}

function isVerb(text: string, { start, end }: Word): boolean {
  const classes = classesOf(text, start, end);
  return (classes & (SAY | JUDGE)) !== 0 && ((classes & (PAST | GERUND)) !== 0 || (classes & BASE) === 0);
}

function withoutTitle(text: string, words: readonly Word[]): readonly Word[] {
  let from = 0;
  while (words.length - from > 2) {
    const word = words[from];
    const bare = word?.folded.replace(/\.$/, '') ?? '';
    const isTitle =
      word && ((classesOf(text, word.start, word.end) & (ROLE | TITLE)) !== 0 || PARTIES.has(bare));
    if (!isTitle || KEPT.has(bare)) {
      break;
    }
    from++;
  }
  return words.slice(from);
}
