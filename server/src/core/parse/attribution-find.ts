import { LONGEST_PHRASE, type Subject } from './attribution-clauses.ts';
import { spokenOf } from './attribution-copula.ts';
import { creditedTo, toldBy } from './attribution-credited.ts';
import { headedLine } from './attribution-colon-lead.ts';
import { beforeColon, leadIn, signedBehindColon, speechNoun } from './attribution-colon.ts';
import { namedBeforeColon } from './attribution-colon-named.ts';
import { afterDash, beforeDash } from './attribution-dash.ts';
import { cueEnd, phrasalEnd } from './attribution-phrasal.ts';
import { setPhrase } from './attribution-idioms.ts';
import { clientOf, isReadOnBehalf } from './attribution-on-behalf.ts';
import {
  invertedSubject,
  isQuotedAsSaying,
  mainSubject,
  opensSentence,
  sharedSubject,
} from './attribution-subjects.ts';
import { ledOpinion, ofWhomCited } from './attribution-led.ts';
import { isJudged, seenAs, thoughtTo } from './attribution-opinion.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { leftOf } from './attribution-verbs.ts';
import { is, isPerson, wordAt } from './attribution-words.ts';
import {
  ADVERB,
  BASE,
  BE,
  CONJUNCTION,
  CUE,
  DETERMINER,
  GERUND,
  JUDGE,
  NOUNLIKE,
  PAST,
  PHRASE,
  PREPOSITION,
  SAY,
  WEAK,
} from './cues.ts';

/** A sign of speech in a sentence, and who speaks. Token indexes; ends exclusive. */
export interface Attribution {
  /** `says` reports words; `judges` takes quoted words as its object; `beside` is speech only directly beside the marks. */
  readonly strength: 'says' | 'judges' | 'beside';
  readonly cue: { readonly from: number; readonly to: number };
  /** Undefined where it is a sign of speech whose speaker cannot be told: it still takes the words from others. */
  readonly subject: Subject | undefined;
  readonly order: 'subject first' | 'cue first' | 'shared';
  /** The whole phrase: subject and cue. */
  readonly from: number;
  readonly to: number;
  /** Said by nobody: `would say`, `as if to say`. */
  readonly imagined: boolean;
  /** `did not say`, `was called`: no speech at all. */
  readonly denied: boolean;
  /** `did not say`, `denied saying`, `refused to say`: what was not said. */
  readonly unsaid: boolean;
  /** `asked`: what follows a question may be the answer of another. */
  readonly asks: boolean;
}

/** Every sign of speech in a sentence, in order. */
export function findAttributions(tokens: Tokens, from: number, to: number): readonly Attribution[] {
  const found: Attribution[] = [];
  for (let index = from; index < to; index++) {
    const kind = tokens.kinds[index];
    if (kind === Kind.word) {
      const classes = tokens.classes[index] ?? 0;
      const led = (classes & LEADING) === 0 ? undefined : ledOpinion(tokens, index, from, to);
      if (led) {
        found.push(led);
        index = Math.max(index, led.cue.to - 1);
        continue;
      }
      if ((classes & (CUE | PHRASE | BE)) === 0 || isJudged(tokens, index, from)) {
        continue;
      }
      const attribution =
        spokenOf(tokens, index, from, to) ??
        creditedTo(tokens, index, from, to) ??
        seenAs(tokens, index, from) ??
        thoughtTo(tokens, index, from) ??
        ((classes & PHRASE) === 0 ? undefined : setPhrase(tokens, index, from, to)) ??
        verbOfSpeech(tokens, index, from, to, found);
      if (attribution) {
        found.push(attribution);
        index = Math.max(index, attribution.cue.to - 1);
      }
    } else if ((kind === Kind.dash || (kind === Kind.other && isDivider(tokens, index))) && index > from) {
      const attribution = afterDash(tokens, index, from, to) ?? beforeDash(tokens, index, from, to);
      if (attribution) {
        found.push(attribution);
      }
    } else if (kind === Kind.colon) {
      // `RT @lane: “…”`: whose handle it is, is asked elsewhere.
      if (tokens.text.startsWith('RT @', tokens.starts[from])) {
        continue;
      }
      // `The plan has critics (Lane: “…”)`
      const isQuotation = tokens.kinds[index + 1] === Kind.quotation;
      const start = (openBefore(tokens, index, from) ?? from - 1) + 1;
      const attribution =
        signedBehindColon(tokens, index, from, to) ??
        headedLine(tokens, index, start, to) ??
        (start === from || isQuotation ? beforeColon(tokens, index, start) : undefined) ??
        namedBeforeColon(tokens, index, start, to) ??
        speechNoun(tokens, index, start, to, found) ??
        leadIn(tokens, index, start, to, found);
      if (attribution) {
        found.push(attribution);
      }
    }
  }
  return ofWhomCited(tokens, from, found);
}

/** Words that open whose opinion a sentence tells: `For`, `In`, `If`, `Ask`, `so`. */
const LEADING = PREPOSITION | CONJUNCTION | CUE | ADVERB;

/** `“…” | Lane`, `“…” / Lane`, `Lane > “…”`: what some set where others set a dash. */
function isDivider(tokens: Tokens, index: number): boolean {
  return /^[|/~>]$/.test(wordAt(tokens, index));
}

/** Where the parenthesis begins that a token stands in. */
function openBefore(tokens: Tokens, index: number, from: number): number | undefined {
  for (let at = index - 1; at >= Math.max(from, index - LONGEST_PHRASE); at--) {
    if (tokens.kinds[at] === Kind.open || tokens.kinds[at] === Kind.close) {
      return tokens.kinds[at] === Kind.open ? at : undefined;
    }
  }
  return undefined;
}

function verbOfSpeech(
  tokens: Tokens,
  index: number,
  from: number,
  to: number,
  earlier: readonly Attribution[],
): Attribution | undefined {
  const told = toldBy(tokens, index, to);
  if (told) {
    return told;
  }
  const classes = tokens.classes[index] ?? 0;
  const idiom = (classes & PHRASE) === 0 || (classes & CUE) !== 0 ? undefined : phrasalEnd(tokens, index);
  if ((classes & CUE) === 0 && idiom === undefined) {
    return undefined;
  }
  if (
    wordAt(tokens, index + 1) === 'to' &&
    is(tokens, index, SAY | WEAK) &&
    CONTROL.test(wordAt(tokens, index))
  ) {
    return undefined;
  }
  if (isQuotedAsSaying(tokens, index, to) || isNoSpeech(tokens, index)) {
    return undefined;
  }
  const left = leftOf(tokens, index, from, idiom === undefined ? classes : classes & ~(BASE | NOUNLIKE));
  if (left === 'no verb') {
    return undefined;
  }
  if (left.negated && STANCE.test(wordAt(tokens, index)) && endsClause(tokens, index + 1)) {
    return undefined;
  }
  const reports =
    idiom !== undefined ||
    (classes & SAY) !== 0 ||
    ((classes & WEAK) !== 0 && wordAt(tokens, index + 1) === 'that');
  const strength = reports ? 'says' : (classes & JUDGE) !== 0 ? 'judges' : 'beside';
  const cue = { from: index, to: idiom ?? cueEnd(tokens, index, to) };
  let { subject } = left;
  let order: Attribution['order'] = 'subject first';
  let start = index;
  let end = cue.to;
  let denied = left.negated || left.passive;
  if (subject) {
    start = subject.from;
    subject = isReadOnBehalf(tokens, index, to) ? clientOf(tokens, index, to) : subject;
  } else if (left.passive || left.barred) {
    order = 'shared';
    denied = true;
  } else {
    const opens = left.opens && (classes & GERUND) === 0;
    // `Lane opposed it, mocked the plan as “…”`: what stands behind is judged.
    const judges = (classes & JUDGE) !== 0 && (classes & SAY) === 0 && followsComma(tokens, index, from);
    const isSet = idiom !== undefined && !INVERTED.test(wordAt(tokens, index));
    const inverts =
      opens && !isSet && !judges && !LISTENED.test(wordAt(tokens, index)) && !isBare(tokens, index);
    const inverted = inverts ? invertedSubject(tokens, cue.to - 1, to) : undefined;
    if (inverted) {
      subject = inverted;
      order = 'cue first';
      end = inverted.to;
    } else if (opens && index === from) {
      return undefined;
    } else {
      subject = opensSentence(tokens, index, from)
        ? mainSubject(tokens, index, to)
        : sharedSubject(tokens, index, from, earlier);
      subject = isObjectOf(tokens, index, subject) ? undefined : subject;
      order = 'shared';
    }
  }
  const asks = ASK.test(wordAt(tokens, index));
  return {
    strength,
    cue,
    subject,
    order,
    from: start,
    to: end,
    imagined: left.modal,
    denied,
    unsaid: left.negated,
    asks,
  };
}

/** `Lane did not agree: “…”`: where these are denied, words are not. */
const STANCE = /^(?:agree|concur|apologi[sz]e|concede|relent|yield|demur|object|protest|complain|disagree)$/;

function endsClause(tokens: Tokens, index: number): boolean {
  const kind = tokens.kinds[index];
  return kind === Kind.colon || kind === Kind.stop;
}

/** Whether a verb follows a comma that no quotation stands before. */
function followsComma(tokens: Tokens, index: number, from: number): boolean {
  const comma = index - 1;
  return comma > from && tokens.kinds[comma] === Kind.comma && tokens.kinds[comma - 1] !== Kind.quotation;
}

/** `She is after Lane; the best he can do is to call her “…”`: nobody is spoken of so by themselves. */
function isObjectOf(tokens: Tokens, verb: number, subject: Subject | undefined): boolean {
  const object = { she: 'her', he: 'him', it: 'it', they: 'them' }[
    subject?.kind === 'pronoun' ? wordAt(tokens, subject.from).toLowerCase() : ''
  ];
  const next = tokens.kinds[verb + 2];
  const isAlone =
    next === Kind.quotation || is(tokens, verb + 2, DETERMINER) || wordAt(tokens, verb + 2) === 'as';
  return is(tokens, verb, JUDGE) && object !== undefined && wordAt(tokens, verb + 1) === object && isAlone;
}

const ASK = /^ask/i;

/** `would “surely” ask the mayor`: a bare verb before one person is none of theirs. */
function isBare(tokens: Tokens, verb: number): boolean {
  const next = verb + 1;
  // `“…,” write the authors`, `“…,” write Lane and colleagues`
  const isMore = isPerson(tokens, next)
    ? /^(?:and|et)$/.test(wordAt(tokens, next + 1))
    : /[^s]s$/.test(wordAt(tokens, next + 1));
  const closed = tokens.kinds[verb - 1] === Kind.quotation ? (tokens.ends[verb - 1] ?? 0) : 0;
  if (isMore && closed > 1 && /[,?!][”’"'»]{0,2}$/.test(tokens.text.slice(closed - 3, closed))) {
    return false;
  }
  const isOne =
    isPerson(tokens, next) ||
    (is(tokens, next, DETERMINER) && /^(?:the|an?|his|her)$/.test(wordAt(tokens, next)));
  return (
    is(tokens, verb, BASE) &&
    !is(tokens, verb, PAST | NOUNLIKE | GERUND) &&
    isOne &&
    !/^says?$/.test(wordAt(tokens, verb))
  );
}

/** Behind these stands who listens, never who speaks. */
const LISTENED = /^t(?:old|ells?)$/;

/** `“…,” chimed in Lane`: of the verbs below, those that may stand before who speaks. */
const INVERTED = /^(?:chimed|weighed|pointed|went|hit|chipped|butted|piped)$/;

/** `the Harbour talks were`, `services added into the mix`, `rules the party added to the plan`; but `“…,” she added to applause`. */
function isNoSpeech(tokens: Tokens, index: number): boolean {
  const next = wordAt(tokens, index + 1);
  const word = wordAt(tokens, index);
  return (
    (word === 'talks' && !/^(?:of|about|to|up|with|like)$/.test(next)) ||
    (word === 'added' && (next === 'into' || (next === 'to' && !isBehindQuotation(tokens, index))))
  );
}

function isBehindQuotation(tokens: Tokens, verb: number): boolean {
  const before = tokens.kinds.slice(Math.max(0, verb - 4), verb);
  return before.includes(Kind.quotation);
}

/** `continued to fall`: no speech before an infinitive. */
const CONTROL = /^(?:continu|agree|decid|begin|began|start|fail|plan|hop|expect|offer|ask(?:ed|s)?$)/;
