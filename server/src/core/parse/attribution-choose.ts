import { closingAttribution, directlyAfter } from './attribution-after.ts';
import { isDeniedClause } from './attribution-denied.ts';
import type { Attribution } from './attribution-find.ts';
import { governs, isIntroduced, isParenthesis } from './attribution-reach.ts';
import { lastCharacter } from './attribution-sentences.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isThat, wordAt } from './attribution-words.ts';
import { ledByName } from './attribution-uncued.ts';
import { ADJUNCT, CONJUNCTION, DETERMINER, PAST, PREPOSITION, RELATIVE, ROLE, TITLE, WEAK } from './cues.ts';
import type { QuotationSpan } from './marks.ts';

/** A quotation's place in its sentence. */
export interface Place {
  readonly tokens: Tokens;
  /** Token index of the quotation. */
  readonly at: number;
  /** The sentence, as token indexes. */
  readonly from: number;
  readonly to: number;
}

/** The sign of speech that gives a quotation its speaker, and how near it stands. */
export interface Choice {
  readonly attribution: Attribution;
  /** `beside`: only punctuation stands between cue and marks. */
  readonly reach: 'beside' | 'within';
}

/** How far `did not say` and `accused of saying` keep words from other speakers. */
const REACH_OF_DENIAL = 4;

/** Chooses whose words a quotation is from the signs of speech in its sentence. */
export function choose(
  place: Place,
  quotation: QuotationSpan,
  attributions: readonly Attribution[],
): Choice | undefined {
  const before = spokenBefore(place, attributions);
  const direct = before && isDirectlyBefore(place, before) && !isSpent(place, before) ? before : undefined;
  if (before && !direct && isWhatOneCalls(place, before)) {
    return { attribution: before, reach: 'within' };
  }
  const after = directlyAfter(place, quotation, attributions);
  if (before && after && isCalled(place, before, after)) {
    return { attribution: before, reach: 'within' };
  }
  // `It was called “…” by Lane`, `What they are saying: “…,” Lane said`
  const isNamedAfter =
    direct &&
    after &&
    ((direct.denied && !direct.unsaid && wordAt(place.tokens, after.cue.from) === 'by') ||
      isRubricOfSpeech(place, direct));
  if (isNamedAfter) {
    return { attribution: after, reach: 'beside' };
  }
  // `Nothing the guard said “will calm them,” Lane said`: without a comma the first is no lead-in.
  const closes = after && direct && direct.cue.to === place.at && isClosing(place, quotation, after);
  if (direct && !closes) {
    return { attribution: direct, reach: 'beside' };
  }
  if (after) {
    return { attribution: after, reach: 'beside' };
  }
  const governing = governingBefore(place, attributions);
  if (governing) {
    const end = Math.max(governing.to, governing.cue.to);
    const goesOn = place.tokens.kinds[end] === Kind.comma && isParenthesis(place, end);
    return { attribution: governing, reach: goesOn || isIntroduced(place, governing) ? 'beside' : 'within' };
  }
  const closing = closingAttribution(place, attributions);
  if (closing) {
    return { attribution: closing, reach: 'within' };
  }
  const leading = ledByName(place);
  return leading && { attribution: leading, reach: 'beside' };
}

function isClosing({ tokens }: Place, quotation: QuotationSpan, after: Attribution): boolean {
  const end = Math.max(after.to, after.cue.to);
  return lastCharacter(tokens.text, quotation) === ',' && tokens.kinds[end] !== Kind.quotation;
}

/** The nearest sign of speech before; not what people are told to think, where another tells it. */
function spokenBefore(place: Place, attributions: readonly Attribution[]): Attribution | undefined {
  const nearest = nearestBefore(place, attributions);
  return nearest && (isThought(place, nearest) || isToldOf(place, nearest, attributions))
    ? (governingBefore(place, attributions.slice(0, attributions.indexOf(nearest))) ?? nearest)
    : nearest;
}

/** `Lane said it comes from students who believe “…”` */
function isThought({ tokens }: Place, { cue, subject, strength }: Attribution): boolean {
  return (
    strength === 'beside' &&
    subject?.kind === 'description' &&
    is(tokens, cue.from - 1, RELATIVE) &&
    /^(?:believe|think|feel|hope|fear|expect|know|wonder|worry)s?$/.test(wordAt(tokens, cue.from))
  );
}

/** `Lane said Ortiz had started “…”`, `She says it shows that “…”`: what the words of another tell somebody does. */
function isToldOf(
  { tokens, at }: Place,
  nearest: Attribution,
  attributions: readonly Attribution[],
): boolean {
  const { subject, strength, cue, order } = nearest;
  const isThing = subject?.kind === 'pronoun' && wordAt(tokens, subject.from) === 'it';
  const teller = attributions[attributions.indexOf(nearest) - 1];
  const isInner =
    subject !== undefined &&
    order === 'subject first' &&
    (strength === 'beside' ? cue.to === at && !isThing : isThing && is(tokens, cue.from, WEAK));
  if (
    !isInner ||
    teller?.strength !== 'says' ||
    teller.subject === undefined ||
    teller.denied ||
    teller.imagined
  ) {
    return false;
  }
  for (let index = teller.cue.to; index < subject.from; index++) {
    const isPart = isThat(tokens, index) || is(tokens, index, TITLE | ROLE | DETERMINER);
    if (tokens.kinds[index] !== Kind.word || !isPart) {
      return false;
    }
  }
  return teller.cue.to <= subject.from;
}

function nearestBefore(place: Place, attributions: readonly Attribution[]): Attribution | undefined {
  for (let index = attributions.length - 1; index >= 0; index--) {
    const attribution = attributions[index];
    if (attribution && attribution.cue.from < place.at && attribution.cue.to <= place.at) {
      return attribution;
    }
  }
  return undefined;
}

/** The nearest attribution before the quotation that reaches it; a verb that does not reach it hides no other. */
function governingBefore(place: Place, attributions: readonly Attribution[]): Attribution | undefined {
  let imagined: Attribution | undefined;
  for (let index = attributions.length - 1; index >= 0; index--) {
    const attribution = attributions[index];
    if (
      !attribution ||
      attribution.cue.to > place.at ||
      (index > 0 && (isThought(place, attribution) || isToldOf(place, attribution, attributions))) ||
      !governs(place, attribution)
    ) {
      continue;
    }
    // `told them, when asked about the inquiry: “…”`: what nobody said stands in nobody's way from afar.
    const gap = place.at - attribution.cue.to;
    if (
      attribution.denied &&
      !isDeniedClause(place, attribution) &&
      (gap > REACH_OF_DENIAL || (gap > 1 && place.tokens.kinds[place.at - 1] === Kind.colon))
    ) {
      continue;
    }
    // `said it would tell a story of “…”`: the words are those of whoever said so.
    if (!attribution.imagined) {
      return attribution;
    }
    imagined ??= attribution;
  }
  return imagined;
}

/** Only a comma, a colon or `that` between. */
function isDirectlyBefore({ tokens, at }: Place, attribution: Attribution): boolean {
  let index = Math.max(attribution.to, attribution.cue.to);
  while (index < at && (isLink(tokens, index) || isThat(tokens, index))) {
    index++;
  }
  return index === at;
}

/** Whether a quotation is what somebody calls a thing: `In what Lane described as a “…,” he said …`: the words are not those of whoever is named behind them. */
export function isWhatOneCalls({ tokens, at }: Place, attribution: Attribution): boolean {
  let index = attribution.cue.to;
  while (index < at && (wordAt(tokens, index) === 'as' || is(tokens, index, DETERMINER))) {
    index++;
  }
  return (
    index === at &&
    attribution.strength === 'judges' &&
    attribution.order === 'subject first' &&
    wordAt(tokens, attribution.from - 1) === 'what'
  );
}

/** `What they’re saying: “…”`: a head of a list, under which each quotation has its own speaker. */
function isRubricOfSpeech({ tokens, at, from }: Place, { cue }: Attribution): boolean {
  return (
    /^what$/i.test(wordAt(tokens, from)) &&
    /^(?:they|people|others|critics|experts|readers|fans|locals)(?:[’']re)?$/.test(
      wordAt(tokens, from + 1),
    ) &&
    tokens.kinds[at - 1] === Kind.colon &&
    cue.to === at - 1
  );
}

/** So far from its verb stands what somebody calls another: `called the old pilot “a fool”`. */
const REACH_OF_CALLING = 4;

/** `Told that Ortiz had called her “a fool,” Lane laughed.`: the verb behind tells what somebody did about it. */
function isCalled({ tokens, at, from }: Place, before: Attribution, after: Attribution): boolean {
  const { strength, order, cue, subject } = before;
  const opens = is(tokens, from, ADJUNCT | CONJUNCTION | PAST | PREPOSITION);
  if (
    strength !== 'judges' ||
    order !== 'subject first' ||
    subject === undefined ||
    !opens ||
    after.strength !== 'beside' ||
    at - cue.to > REACH_OF_CALLING
  ) {
    return false;
  }
  for (let index = cue.to; index < at; index++) {
    if (tokens.kinds[index] !== Kind.word && tokens.kinds[index] !== Kind.name) {
      return false;
    }
  }
  return true;
}

function isLink(tokens: Tokens, index: number): boolean {
  const kind = tokens.kinds[index];
  return kind === Kind.comma || kind === Kind.colon || kind === Kind.other;
}

/** Whether a quotation before this one has taken the attribution already: `“A,” Lane said at the “big” show`. */
function isSpent({ tokens, from }: Place, attribution: Attribution): boolean {
  let index = attribution.from - 1;
  while (index >= from && (tokens.kinds[index] === Kind.comma || tokens.kinds[index] === Kind.dash)) {
    index--;
  }
  return (
    attribution.order === 'cue first' &&
    index >= from &&
    tokens.kinds[index] === Kind.quotation &&
    attribution.strength !== 'says'
  );
}
