import { CorpusMemory } from '../corpus/corpus-memory.ts';
import { isCommonName } from '../corpus/names-common.ts';
import { foldName, nameTokens } from '../corpus/names-forms.ts';
import { capitalRun, nameEnding } from '../parse/capital-run.ts';
import { isFirstName } from '../parse/entities-first-names.ts';
import { isInsideSentence } from '../parse/surnames.ts';
import { Lettered } from '../text/lettered.ts';
import { moved, overlaps, type Span } from '../text/span.ts';
import { nearestForm } from './nearest-form.ts';
import { isGarbled } from './garbled-name.ts';
import { nameParticles } from '../text/name-particles.ts';
import { isOrdinaryWord, isPersonsPlace, isSetInCapitals } from './person-place.ts';
import type { Corpus, CorpusEntity } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Block, Mention } from '../parse/reading.ts';

/** A stretch of a draft that no source has, and the name in the sources that it comes near. */
export interface NearMiss extends Span {
  readonly entity: CorpusEntity;
  /** What the sources have in the place of these words. */
  readonly form: string;
  /** Where a single source has these words, and several have the form: who goes by them there. */
  readonly rare?: CorpusEntity | undefined;
  /** Whether the rest of the name leaves no doubt who is meant: not where it is a surname alone, or with a first name that many bear. */
  readonly isSure: boolean;
}

const nearNames = new CorpusMemory<readonly CorpusEntity[]>();
/** Who goes by a name that is near another one's all the same. */
const rareNames = new CorpusMemory<readonly CorpusEntity[]>();
/** By the text of a block: a keystroke changes one. */
const doubtsIn = new CorpusMemory<readonly Doubt[]>();

const capitalRuns = capitalRun({ besides: 'of', notBehind: "’'-", joined: true });
const longestName = 4;
/** `Lane...It`, `M.Lane`: where a space is missing. */
const runsOn = new Lettered(String.raw`\.\.|\p{L}\.\p{L}\p{Ll}`, 'u');

/**
 * Near misses of names: of those that were read as names, and of other words with capitals, since what is misspelt often looks
 * like no name. Gives undefined where others may have their turn.
 */
export function* nearMisses(corpus: Corpus, draft: Draft): Generator<NearMiss | undefined> {
  const found: NearMiss[] = [];
  for (const mention of draft.mentions) {
    if (isProse(draft.blocks[mention.block])) {
      yield undefined;
      const miss = missOfMention(corpus, draft, mention);
      if (miss !== undefined) {
        found.push(miss);
        yield miss;
      }
    }
  }
  for (const block of draft.blocks.filter(isProse)) {
    const words = draft.text.slice(block.start, block.end);
    const doubts =
      doubtsIn.known(corpus, words) ?? doubtsIn.keep(corpus, words, yield* findDoubts(corpus, words));
    for (const doubt of doubts) {
      if (!block.hidden.some(hidden => overlaps(hidden, moved(doubt.run, block.start)))) {
        yield undefined;
        yield* missesIn(corpus, draft, block, doubt).filter(it => !found.some(other => overlaps(other, it)));
      }
    }
  }
}

/** A run of capital words in a block, some of which come near a name; offsets into the text of the block. */
interface Doubt {
  readonly run: Span;
  /** Full names that are misspelt, wherever they stand. */
  readonly full: readonly NearMiss[];
  /** Of the other words those that may be surnames, which what stands around them will tell. */
  readonly surnames: readonly SurnameMiss[];
}

interface SurnameMiss {
  readonly miss: NearMiss;
  /** The word alone, without particles. */
  readonly word: Span;
  readonly isFamily: boolean;
}

/** All doubts that the text of a block alone gives rise to. */
function* findDoubts(corpus: Corpus, text: string): Generator<undefined, readonly Doubt[]> {
  const doubts: Doubt[] = [];
  for (const { index, 0: words } of text.matchAll(capitalRuns.on(text))) {
    yield undefined;
    const full = [...fullMissesIn(corpus, words)].map(it => moved(it, index));
    const surnames: SurnameMiss[] = [];
    for (const match of words.matchAll(/\S+/g)) {
      const start = index + match.index;
      const word = { start, end: start + match[0].replace(nameEnding, '').length };
      const miss = full.some(it => overlaps(it, word)) ? undefined : surnameMiss(corpus, text, word);
      if (miss !== undefined) {
        surnames.push(miss);
      }
    }
    if (full.length > 0 || surnames.length > 0) {
      doubts.push({ run: { start: index, end: index + words.length }, full, surnames });
    }
  }
  return doubts;
}

/** Bylines are the desk's own names, and a draft's code is no prose. */
function isProse(block: Block | undefined): boolean {
  return block?.kind !== 'byline' && block?.kind !== 'code' && block?.kind !== 'boilerplate';
}

function missOfMention(corpus: Corpus, draft: Draft, mention: Mention): NearMiss | undefined {
  if (familyEnd(draft.text, mention) !== undefined) {
    return undefined;
  }
  const { start, end, text, kind } = mention;
  const miss = near(corpus, text).find(it => it.kind === kind);
  const form = miss && nearestForm(miss, text);
  const [rare] = miss === undefined ? [] : rareNames.get(corpus, text, () => corpus.named(text));
  return miss !== undefined && form !== undefined && !isSomebodyElse(corpus, draft, mention, miss)
    ? { start, end, entity: miss, form, rare, isSure: rare === undefined && isSure(text, form) }
    : undefined;
}

/** Of the words of a run: two or more that are a name but for one of them, or one that stands where a surname does. */
function missesIn(corpus: Corpus, draft: Draft, block: Block, { full, surnames }: Doubt): NearMiss[] {
  const misses: NearMiss[] = full.map(it => moved(it, block.start));
  for (const it of surnames) {
    const surname = { ...it, miss: moved(it.miss, block.start), word: moved(it.word, block.start) };
    if (
      !misses.some(other => overlaps(other, surname.word)) &&
      isSurnameMiss(corpus, draft, block, surname)
    ) {
      misses.push(surname.miss);
    }
  }
  return misses;
}

/** `Ana Lnae` and the like among the words of a run, the longest first. */
function* fullMissesIn(corpus: Corpus, run: string): Generator<NearMiss> {
  const words = [...run.matchAll(/\S+/g)];
  for (let first = 0; first < words.length - 1; first++) {
    if (/^(?:The|A|An)$/.test(words[first]?.[0] ?? '')) {
      continue;
    }
    for (let last = Math.min(words.length, first + longestName) - 1; last > first; last--) {
      const start = words[first]?.index ?? 0;
      const whole = run.slice(start, (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0));
      const text = whole.replace(nameEnding, '');
      const entity = runsOn.test(text) || /[’']s\s/.test(text) ? undefined : near(corpus, text)[0];
      const form = entity && nearestForm(entity, text);
      if (entity !== undefined && form !== undefined) {
        yield { start, end: start + text.length, entity, form, isSure: isSure(text, form) };
        first = last;
        break;
      }
    }
  }
}

/** A word of a block, with its particles, that comes near a surname. */
function surnameMiss(corpus: Corpus, text: string, word: Span): SurnameMiss | undefined {
  if (word.end - word.start < fewestLetters) {
    return undefined;
  }
  const before = text.slice(Math.max(0, word.start - 20), word.start);
  const particles = particlesBefore.exec(before)?.[0] ?? '';
  const family = familyEnd(text, word);
  const span = { start: word.start - particles.length, end: family ?? word.end };
  const surname = text.slice(span.start, span.end);
  if (!isSurname.test(surname) || (family !== undefined && corpus.named(surname).length > 0)) {
    return undefined;
  }
  const [entity] = near(corpus, surname).filter(it => it.kind === 'person' && it.name.includes(' '));
  const form = entity && nearestForm(entity, surname);
  return entity === undefined || form === undefined
    ? undefined
    : { miss: { ...span, entity, form, isSure: false }, word, isFamily: family !== undefined };
}

/** Whether it stands where nothing but a surname, or the plural of one, would: read as no name or as another kind of one. */
function isSurnameMiss(
  corpus: Corpus,
  draft: Draft,
  block: Block,
  { miss, word, isFamily }: SurnameMiss,
): boolean {
  const { text } = draft;
  const { start, end, entity, form } = miss;
  const stands =
    !isSetInCapitals(text, block, word) &&
    (isFamily ||
      (isPersonsPlace(text, block, miss) &&
        (isInsideSentence(text, miss) ||
          !isOrdinaryWord(textsBeside(draft, entity), text.slice(start, end), form))));
  return stands && !isSomebodyElse(corpus, draft, { start, end }, entity);
}

/** So many articles that name somebody are looked into for a word. */
const mostBeside = 10;

function textsBeside({ text }: Draft, entity: CorpusEntity): readonly string[] {
  return [text, ...entity.latest(mostBeside).map(it => it.article.text)];
}

/** Shorter surnames are near too many others. */
const fewestLetters = 5;
const isSurname = new Lettered(
  String.raw`^(?:(?:\p{Ll}+ )*|\p{Ll}{1,2}[-’'])\p{Lu}[\p{L}\p{M}’'-]{3,}$`,
  'u',
);
const particlesBefore = new Lettered(
  String.raw`(?<![\p{L}\p{M}\p{N}’'.-])(?:(?:${nameParticles}) ){1,3}$`,
  'u',
);

/** `the Lanes`: where the surname ends, if a word is the plural of one. */
function familyEnd(text: string, { start, end }: Span): number | undefined {
  const word = text.slice(start, end);
  const isPlural = plural.test(word) && theBefore.test(text.slice(Math.max(0, start - 5), start));
  return isPlural ? end - (/(?:s|x|z|ch|sh)es$/.test(word) ? 2 : 1) : undefined;
}

const plural = new Lettered(String.raw`^\p{Lu}[\p{L}\p{M}’'-]{3,}s$`, 'u');
const theBefore = new Lettered(String.raw`(?<![\p{L}\p{N}])[Tt]he[ \n]$`, 'u');

/** A surname alone that is near a name, but which the draft has with another first name: `Glen Lane`, where the sources have Ana Lune. */
function isSomebodyElse(
  corpus: Corpus,
  draft: Draft,
  mention: Span & Partial<Pick<Mention, 'entity'>>,
  meant: CorpusEntity,
): boolean {
  const { text } = draft;
  const word = text.slice(mention.start, mention.end);
  if (/\p{Lu}\S* +\S*\p{Lu}/u.test(word)) {
    return false;
  }
  const isMeant = (full: string): boolean => near(corpus, full).includes(meant);
  const local = mention.entity === undefined ? undefined : draft.entities[mention.entity]?.name;
  if (local !== undefined && local !== word && /\s/.test(local) && !isMeant(local)) {
    return true;
  }
  return firstNamesBefore(draft, word).some(first => !isMeant(`${first} ${word}`));
}

/** By draft and surname, the first names and initials that stand before it: a book may have it a thousand times. */
const firstNames = new WeakMap<Draft, Map<string, readonly string[]>>();

function firstNamesBefore(draft: Draft, surname: string): readonly string[] {
  const ofDraft = firstNames.get(draft) ?? new Map<string, readonly string[]>();
  firstNames.set(draft, ofDraft);
  const known = ofDraft.get(surname);
  if (known !== undefined) {
    return known;
  }
  const { text } = draft;
  const found = new Set<string>();
  for (let at = text.indexOf(` ${surname}`); at !== -1; at = text.indexOf(` ${surname}`, at + 1)) {
    const before = lastWord.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? '';
    const isWhole = !/[\p{L}\p{M}\p{N}]/u.test(text.charAt(at + 1 + surname.length));
    if (isWhole && (isFirstName(before) || /^\p{Lu}\.?$/u.test(before))) {
      found.add(before);
    }
  }
  ofDraft.set(surname, [...found]);
  return [...found];
}

const lastWord = /(?<![\p{L}\p{M}’'-])\p{Lu}[\p{L}\p{M}.’'-]*$/u;

/** Whether a word that agrees is one that few people bear. */
function isSure(text: string, form: string): boolean {
  const words = new Set(nameTokens(foldName(form)));
  return nameTokens(foldName(text)).some(
    word =>
      word.length > 2 &&
      words.has(word) &&
      !isCommonName(word) &&
      !isFirstName(word.charAt(0).toUpperCase() + word.slice(1)),
  );
}

function near(corpus: Corpus, name: string): readonly CorpusEntity[] {
  return nearNames.get(corpus, name, () => corpus.nearNames(name).filter(it => !isGarbled(it.name)));
}
