import { audienceEnd } from './attribution-audience.ts';
import type { Place } from './attribution-choose.ts';
import type { Subject } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { isSentenceLike, lastCharacter } from './attribution-sentences.ts';
import { Kind, PERSON, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import { withoutCue } from './attribution-uncued.ts';
import { is, isAnd, isCapital, wordAt } from './attribution-words.ts';
import {
  AUXILIARY,
  BE,
  CONJUNCTION,
  CUE,
  DETERMINER,
  GERUND,
  GROUP,
  MODAL,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  ROLE,
  TIME,
  TITLE,
} from './cues.ts';
import type { QuotationSpan } from './marks.ts';

/** `“…,” Lane said` and `“…” said Lane` and `“…” – Ana Lane` */
export function directlyAfter(
  place: Place,
  quotation: QuotationSpan,
  attributions: readonly Attribution[],
): Attribution | undefined {
  const { tokens, at, from } = place;
  let next = at + 1;
  let comma = false;
  while (
    tokens.kinds[next] === Kind.comma ||
    (tokens.kinds[next] === Kind.stop && tokens.kinds[next + 1] !== Kind.quotation)
  ) {
    comma = true;
    next++;
  }
  // `“…” was how Lane put it`, `“…” is what Lane told the council`
  const isHow = is(tokens, next, BE) && /^(?:how|what)$/.test(wordAt(tokens, next + 1));
  if (isHow) {
    next += 2;
  }
  const found =
    attributions.find(it => it.cue.from > at && !isReduced(it) && !isAside(tokens, next, it)) ??
    withoutCue(place, quotation, next);
  // `“…” is how Lane described it`
  const judges = found?.strength === 'judges' && !(isHow && found.from === next);
  if (!found || judges || (found.order === 'shared' && found.subject === undefined)) {
    return undefined;
  }
  if (found.cue.from === next) {
    return found.order === 'cue first' ? found : undefined;
  }
  if (found.order !== 'subject first') {
    return undefined;
  }
  const last = lastCharacter(tokens.text, quotation);
  const closes = comma || ',?!…-–—'.includes(last) || (last === '.' && at === from) || !quotation.closed;
  if (!closes && !(at === from && isSentenceLike(tokens.text, quotation))) {
    return undefined;
  }
  if (
    hasOtherWords(tokens, found) ||
    isForetold(tokens, found) ||
    (!closesOpen(last, quotation) && leadsOn(place, found))
  ) {
    return undefined;
  }
  const joint = jointSubject(tokens, next, found);
  return joint
    ? { ...found, subject: joint, from: joint.from }
    : isOnlySubject(tokens, next, found)
      ? found
      : undefined;
}

/** `Lane, the only witness called by the council, said`: a participle of the subject’s, with no subject of its own. */
function isReduced({ strength, denied, unsaid, subject }: Attribution): boolean {
  return strength === 'judges' && denied && !unsaid && subject === undefined;
}

/** `Lane, speaking in Holt, said`: a participle of whoever stands right behind the marks. */
function isAside(tokens: Tokens, next: number, { cue, order }: Attribution): boolean {
  const comma = cue.from - 1;
  return (
    order === 'shared' && is(tokens, cue.from, GERUND) && tokens.kinds[comma] === Kind.comma && comma > next
  );
}

/** Whether a quotation asks for who said it: `“…,”`, or no mark at its end. */
function closesOpen(last: string, quotation: QuotationSpan): boolean {
  return last === ',' || !quotation.closed;
}

/** `“It is over.” Lane added: “…”`, `“Ready?” The crowd chanted “Yes!”`: the cue is that of what follows. */
function leadsOn({ tokens, at, from }: Place, { cue }: Attribution): boolean {
  const { kinds } = tokens;
  const takesNext =
    kinds[cue.to] === Kind.quotation && at === from && !/^(?:said|says|told)$/.test(wordAt(tokens, cue.from));
  return takesNext || (kinds[cue.to] === Kind.colon && kinds[cue.to + 1] === Kind.quotation);
}

/** `“…,” Mayor Ana Lane and Sen. Bo Ortiz said`: all who stand between the marks and the cue, where nothing else does. */
function jointSubject(tokens: Tokens, next: number, { subject }: Attribution): Subject | undefined {
  if (subject === undefined || subject.kind === 'pronoun') {
    return undefined;
  }
  let joins = false;
  for (let index = next; index < subject.to; index++) {
    if (isAnd(tokens, index) && index > next) {
      const before = tokens.kinds[index - 1] === Kind.comma ? index - 2 : index - 1;
      const isPerson = ((tokens.marks[before] ?? 0) & (PERSON | POSSESSIVE)) === PERSON;
      joins ||= isPerson || is(tokens, index + 1, DETERMINER);
      continue;
    }
    const isPart =
      index >= subject.from ||
      tokens.kinds[index] === Kind.name ||
      (tokens.kinds[index] === Kind.comma && index > next) ||
      (tokens.kinds[index] === Kind.word &&
        (isCapital(tokens, index) || is(tokens, index, ROLE | TITLE | GROUP | DETERMINER)) &&
        !is(tokens, index, CUE | PRONOUN));
    if (!isPart) {
      return undefined;
    }
  }
  return joins ? { kind: 'description', from: next, to: subject.to } : undefined;
}

/** Whether the tokens from `next` to the cue are the speaker and nothing else. */
function isOnlySubject(tokens: Tokens, next: number, attribution: Attribution): boolean {
  let index = next;
  while (index < attribution.from) {
    const kind = tokens.kinds[index];
    // `“…,” as Lane put it`; but not `“…,” while Lane said`
    const leads = index === next && tokens.text.startsWith('as ', tokens.starts[index] ?? 0);
    if (kind === Kind.quotation || kind === Kind.stop || kind === Kind.colon || kind === Kind.semicolon) {
      return false;
    }
    if (
      is(tokens, index, AUXILIARY | MODAL | RELATIVE | GERUND) ||
      (is(tokens, index, CONJUNCTION) && !leads && !joinsTitles(tokens, index))
    ) {
      return false;
    }
    index++;
  }
  return true;
}

/** `Campaign Manager and Press Secretary Ana Lane said`, `owner and founder Ana Lane said` */
function joinsTitles(tokens: Tokens, index: number): boolean {
  const isTitle = (at: number): boolean => isCapital(tokens, at) || is(tokens, at, ROLE);
  return (
    tokens.kinds[index - 1] === Kind.word && isTitle(index - 1) && isTitle(index + 1) && isAnd(tokens, index)
  );
}

/** `75 percent said yes`, `Lane said it would`: the cue has words of its own. */
function hasOtherWords(tokens: Tokens, { cue }: Attribution): boolean {
  return (
    tokens.kinds[cue.to] === Kind.word &&
    /^sa(?:id|ys?)$/.test(wordAt(tokens, cue.to - 1)) &&
    /^(?:yes|no|so|it|they|he|she|we|that|nothing)$/.test(wordAt(tokens, cue.to))
  );
}

/** `Far from “a bargain,” buyers will find fares higher`: what is to be found, not who says so. */
function isForetold(tokens: Tokens, { strength, imagined, cue }: Attribution): boolean {
  const isTold = is(tokens, cue.to, PREPOSITION | TIME) || tokens.kinds[cue.to] !== Kind.word;
  return strength === 'beside' && imagined && !isTold;
}

/** `… “…” for some people, Lane said.`: an attribution of the whole sentence behind it. */
export function closingAttribution(
  { tokens, at, to }: Place,
  attributions: readonly Attribution[],
): Attribution | undefined {
  for (const attribution of attributions) {
    if (attribution.cue.from <= at || attribution.strength !== 'says' || attribution.order === 'shared') {
      continue;
    }
    const lead = phraseLead(tokens, attribution, at);
    if (lead === undefined || !closesClause(tokens, attribution, to)) {
      continue;
    }
    return attribution;
  }
  return undefined;
}

/** The comma before an attribution's phrase, looking over title and role; undefined where none stands there. */
function phraseLead(tokens: Tokens, attribution: Attribution, at: number): number | undefined {
  for (let index = attribution.from - 1; index > at; index--) {
    const kind = tokens.kinds[index];
    if (kind === Kind.comma || kind === Kind.dash || kind === Kind.close) {
      return index;
    }
    if (kind === Kind.quotation) {
      // `“…” and “…,” Lane said`: the cue of the last is the cue of both.
      const tail = tokens.text.slice((tokens.ends[index] ?? 0) - 4, tokens.ends[index]);
      return /[,?!]/.test(tail) ? index : undefined;
    }
    if (kind !== Kind.word && kind !== Kind.name) {
      return undefined;
    }
    if (
      kind === Kind.word &&
      is(tokens, index, AUXILIARY | MODAL | RELATIVE | GERUND | CONJUNCTION) &&
      !isCapital(tokens, index)
    ) {
      return undefined;
    }
  }
  return undefined;
}

function closesClause(tokens: Tokens, attribution: Attribution, to: number): boolean {
  const behind = Math.max(attribution.to, attribution.cue.to);
  const tells = /^t(?:old|ells?)$/.test(wordAt(tokens, behind - 1));
  const end = tells ? audienceEnd(tokens, behind, to) : behind;
  const kind = tokens.kinds[end];
  return (
    end >= to ||
    kind === Kind.stop ||
    kind === Kind.comma ||
    kind === Kind.close ||
    kind === Kind.dash ||
    kind === Kind.quotation ||
    kind === Kind.name ||
    is(tokens, end, TIME | PREPOSITION)
  );
}
