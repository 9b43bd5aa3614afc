import type { NamesDocument } from './document.ts';
import { PLAIN_WORD, WordList } from './lexicon.ts';
import { cleared } from './room.ts';
import { Gap, Shape } from './shapes.ts';
import { isInside } from './tags.ts';
import { Seen } from './vocabulary.ts';

const PERSON = 1;
const LONGEST_PERSON = 4;
const NO_PERSON = WordList.organisationWord | WordList.organisation | WordList.placeWord | WordList.country;
const NEVER_FOLLOWS = WordList.nationality | WordList.calendar | WordList.stop;
/** What a word may be known as that is no surname wherever it stands alone. */
const OTHERWISE_KNOWN =
  WordList.country |
  WordList.bigCity |
  WordList.nationality |
  WordList.organisation |
  WordList.calendar |
  WordList.stop;

/** The kinds that a word may take over from its other places. */
const FOLLOWED = [3, 5];
const ENOUGH = 2;
const COLUMNS = 8;

/** Makes words that stand alone agree with how the text has them elsewhere. */
export function makeConsistent(
  document: NamesDocument,
  tags: Uint8Array,
  room: { counts: Uint16Array },
): void {
  room.counts = cleared(room.counts, document.vocabulary.count * COLUMNS);
  followMajority(document, tags, room.counts);
  followBareSurnames(document, tags);
  followSurnames(document, tags);
}

/** Makes a full name a person's whose last word stands for a person elsewhere: `Canada's Chrystia Freeland … Freeland said`. */
function followBareSurnames(document: NamesDocument, tags: Uint8Array): void {
  const { vocabulary } = document;
  const people = new Set<number>();
  forEachAlone(document, tags, token => {
    if (tags[token] === PERSON) {
      people.add(vocabulary.ofToken[token] ?? 0);
    }
  });
  if (people.size === 0) {
    return;
  }
  forEachMissed(document, tags, token => {
    if (people.has(vocabulary.ofToken[token + 1] ?? 0) && mayBeFirst(document, token)) {
      tags[token] = PERSON;
      tags[token + 1] = PERSON + 1;
    }
  });
  forEachLong(document, tags, (first, last) => {
    const tag = tags[first] ?? 0;
    if (tag > PERSON && people.has(vocabulary.ofToken[last] ?? 0) && mayBePerson(document, first, last)) {
      tags[first] = PERSON;
      tags.fill(PERSON + 1, first + 1, last + 1);
    }
  });
}

/** Visits two words with capitals inside a sentence that are no name: the first of each. */
function forEachMissed(
  { tokens, runs }: NamesDocument,
  tags: Uint8Array,
  visit: (token: number) => void,
): void {
  const { shapes, gaps } = tokens;
  for (let run = 0; run < runs.starts.length; run++) {
    const end = runs.ends[run] ?? 0;
    for (let token = Math.max(1, runs.starts[run] ?? 0); token + 1 < end; token++) {
      const isTwo =
        shapes[token] === Shape.capitalised &&
        shapes[token + 1] === Shape.capitalised &&
        gaps[token] !== Gap.break &&
        gaps[token + 1] !== Gap.break;
      if (isTwo && tags[token] === 0 && tags[token + 1] === 0 && shapes[token - 1] === Shape.lower) {
        visit(token);
      }
    }
  }
}

/** Whether a word is nothing else than a first name before a surname that the text knows. */
function mayBeFirst(document: NamesDocument, token: number): boolean {
  const { vocabulary, tokens } = document;
  const word = vocabulary.ofToken[token] ?? 0;
  const lists = vocabulary.entries[word] ?? 0;
  const isOther =
    (lists & (PLAIN_WORD | WordList.title | WordList.cue | WordList.common | NEVER_FOLLOWS)) !== 0;
  const goesOn = tokens.gaps[token + 2] !== Gap.break && (tokens.shapes[token + 2] ?? 0) >= Shape.capitalised;
  return (
    !isOther &&
    !goesOn &&
    ((vocabulary.seen[word] ?? 0) & Seen.lower) === 0 &&
    mayBePerson(document, token, token + 1)
  );
}

function mayBePerson({ tokens, vocabulary, phrases }: NamesDocument, first: number, last: number): boolean {
  for (let token = first; token <= last; token++) {
    const lists = vocabulary.entries[vocabulary.ofToken[token] ?? 0] ?? 0;
    if (
      (lists & NO_PERSON) !== 0 ||
      phrases[token] !== 0 ||
      (tokens.shapes[token] ?? 0) < Shape.capitalised
    ) {
      return false;
    }
  }
  return last - first < LONGEST_PERSON;
}

/** Gives a word that is mostly a place, or mostly an organisation, that kind wherever it stands alone. */
function followMajority(document: NamesDocument, tags: Uint8Array, counts: Uint16Array): void {
  const { vocabulary } = document;
  const alone: number[] = [];
  forEachAlone(document, tags, token => {
    alone.push(token);
    const at = (vocabulary.ofToken[token] ?? 0) * COLUMNS + (tags[token] ?? 0);
    counts[at] = Math.min(0xffff, (counts[at] ?? 0) + 1);
  });
  for (const token of alone) {
    const word = vocabulary.ofToken[token] ?? 0;
    const isPlain = ((vocabulary.seen[word] ?? 0) & Seen.lower) !== 0;
    if (isPlain || ((vocabulary.entries[word] ?? 0) & NEVER_FOLLOWS) !== 0) {
      continue;
    }
    let best = tags[token] ?? 0;
    for (const tag of FOLLOWED) {
      const count = counts[word * COLUMNS + tag] ?? 0;
      if (count >= ENOUGH && count > (counts[word * COLUMNS + best] ?? 0)) {
        best = tag;
      }
    }
    tags[token] = best;
  }
}

/**
 * Gives a surname that stands alone to the person whose full name the text has elsewhere: newspapers name in full once,
 * and by surname after that.
 */
function followSurnames(document: NamesDocument, tags: Uint8Array): void {
  const { vocabulary } = document;
  const surnames = gatherSurnames(document, tags);
  if (surnames.size > 0) {
    forEachAlone(document, tags, token => {
      if (surnames.has(vocabulary.ofToken[token] ?? 0)) {
        tags[token] = PERSON;
      }
    });
  }
}

/** Visits the capital words that are no part of a longer name and stand beside no other capital word. */
function forEachAlone(document: NamesDocument, tags: Uint8Array, visit: (token: number) => void): void {
  const { tokens, runs } = document;
  for (let run = 0; run < runs.starts.length; run++) {
    const end = runs.ends[run] ?? 0;
    for (let token = runs.starts[run] ?? 0; token < end; token++) {
      const isCapital = (tokens.shapes[token] ?? 0) >= Shape.capitalised;
      if (isCapital && !isInside(tags[token] ?? 0) && standsAlone(document, tags, token)) {
        visit(token);
      }
    }
  }
}

/** Visits the first and the last token of each name of several; none reaches beyond its run. */
function forEachLong(
  { runs }: NamesDocument,
  tags: Uint8Array,
  visit: (first: number, last: number) => void,
): void {
  for (let run = 0; run < runs.starts.length; run++) {
    const end = runs.ends[run] ?? 0;
    for (let token = runs.starts[run] ?? 0; token + 1 < end; token++) {
      const tag = tags[token] ?? 0;
      if (tag !== 0 && !isInside(tag) && tags[token + 1] === tag + 1) {
        let last = token + 1;
        while (tags[last + 1] === tag + 1) {
          last++;
        }
        visit(token, last);
      }
    }
  }
}

/** The last words of full names, and the first of those in the order of `Kim Jong-un`. */
function gatherSurnames(document: NamesDocument, tags: Uint8Array): ReadonlySet<number> {
  const { tokens, vocabulary } = document;
  const surnames = new Set<number>();
  forEachLong(document, tags, (first, last) => {
    if (tags[first] !== PERSON) {
      return;
    }
    const surname = vocabulary.ofToken[tokens.shapes[last] === Shape.hyphenatedLower ? first : last] ?? 0;
    const entry = vocabulary.entries[surname] ?? 0;
    const plainWord = (entry & WordList.common) !== 0 || ((vocabulary.seen[surname] ?? 0) & Seen.lower) !== 0;
    if (!plainWord && (entry & OTHERWISE_KNOWN) === 0) {
      surnames.add(surname);
    }
  });
  return surnames;
}

/** Whether the words beside a token are no part of a longer name. */
function standsAlone({ tokens }: NamesDocument, tags: Uint8Array, token: number): boolean {
  const capitalBefore =
    tokens.gaps[token] !== Gap.break && token > 0 && (tokens.shapes[token - 1] ?? 0) >= Shape.capitalised;
  const capitalAfter =
    tokens.gaps[token + 1] !== Gap.break && (tokens.shapes[token + 1] ?? 0) >= Shape.capitalised;
  return !capitalBefore && !capitalAfter && !isInside(tags[token + 1] ?? 0);
}
