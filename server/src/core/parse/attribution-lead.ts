import { CAPITAL, Kind, type Tokens } from './attribution-tokens.ts';
import {
  commaBehindState,
  is,
  isCapital,
  isCoordinator,
  isNumber,
  isPerson,
  isPossessive,
  wordAt,
} from './attribution-words.ts';
import { ADVERB, CONJUNCTION, DETERMINER, GROUP, PREPOSITION, ROLE, TIME } from './cues.ts';

/** The first token of the main clause: past `But`, `Meanwhile,`, `In an interview on Tuesday,`, `Asked about it,`. */
export function skipLead(tokens: Tokens, start: number, ceiling: number): number | undefined {
  let index = start;
  for (let round = 0; round < 6 && index < ceiling; round++) {
    const kind = tokens.kinds[index];
    if (kind === Kind.comma || kind === Kind.dash || kind === Kind.other) {
      index++;
      continue;
    }
    if (kind === Kind.word && is(tokens, index, ADVERB | TIME) && !is(tokens, index, DETERMINER)) {
      index++;
      continue;
    }
    if (isNumber(tokens, index) && tokens.kinds[index + 1] === Kind.comma) {
      index++;
      continue;
    }
    if (isTimeAgo(tokens, index, ceiling)) {
      const comma = nextComma(tokens, index, ceiling);
      if (comma === undefined) {
        return undefined;
      }
      index = comma + 1;
      continue;
    }
    const joins = kind === Kind.word && is(tokens, index, CONJUNCTION);
    if (joins && isCoordinator(tokens, index)) {
      index++;
      continue;
    }
    if (joins || (kind === Kind.word && (is(tokens, index, PREPOSITION) || isParticiple(tokens, index)))) {
      const next = is(tokens, index, PREPOSITION) ? pastTime(tokens, index + 1, ceiling) : index + 1;
      if (next > index + 1 && next < ceiling && tokens.kinds[next] !== Kind.comma) {
        return next;
      }
      const comma = nextComma(tokens, index, ceiling);
      if (comma === undefined) {
        return undefined;
      }
      index = (commaBehindState(tokens, comma) ?? comma) + 1;
      continue;
    }
    return index;
  }
  return index < ceiling ? index : undefined;
}

/** `A day ahead of the vote,`, `a few weeks ago,`, `The next morning,` */
function isTimeAgo(tokens: Tokens, start: number, ceiling: number): boolean {
  let index = start;
  while (index < Math.min(ceiling, start + 3) && is(tokens, index, DETERMINER)) {
    index++;
  }
  const first = index;
  while (
    index < ceiling &&
    (is(tokens, index, TIME) || /^(?:next|following|same)$/.test(wordAt(tokens, index)))
  ) {
    index++;
  }
  return (
    first > start &&
    index > first &&
    is(tokens, index - 1, TIME) &&
    (tokens.kinds[index] === Kind.comma ||
      is(tokens, index, PREPOSITION | ADVERB) ||
      /^(?:ahead|after|before)$/.test(wordAt(tokens, index)))
  );
}

function pastTime(tokens: Tokens, start: number, ceiling: number): number {
  let index = start;
  let isTime = false;
  // `At Thursday’s meeting` goes on.
  while (
    index < ceiling &&
    (is(tokens, index, TIME) || isNumber(tokens, index)) &&
    !isPossessive(tokens, index)
  ) {
    isTime = isTime || is(tokens, index, TIME);
    index++;
  }
  return isTime ? index : start;
}

function nextComma(tokens: Tokens, start: number, ceiling: number): number | undefined {
  for (let index = start; index < ceiling; index++) {
    // `On “Face the Facts,” Lane …`
    const isQuotation = tokens.kinds[index] === Kind.quotation;
    const tail = isQuotation ? tokens.text.slice((tokens.ends[index] ?? 0) - 2, tokens.ends[index]) : '';
    if (tokens.kinds[index] === Kind.comma || tail.startsWith(',')) {
      return index;
    }
  }
  return undefined;
}

function isParticiple(tokens: Tokens, index: number): boolean {
  const end = tokens.ends[index] ?? 0;
  const tail = tokens.text.slice(end - 3, end);
  return (
    end - (tokens.starts[index] ?? 0) > 4 &&
    (tail === 'ing' || tail.endsWith('ed')) &&
    !is(tokens, index, ROLE | GROUP) &&
    !(TRADE.test(wordAt(tokens, index)) && is(tokens, index + 1, ROLE))
  );
}

/** `Planning officer Ana Lane`, `Acting director Bo Ortiz`: what somebody does, and no clause. */
const TRADE =
  /^(?:planning|housing|acting|managing|marketing|training|mining|shipping|banking|fishing|farming|engineering|nursing|gaming|racing|sporting|presiding|building|policing|retired|elected|appointed|convicted|celebrated|acclaimed|noted|respected)$/i;

/** The first token behind a dateline: `Port Sarel: …`, `WASHINGTON (Agency) - …` */
export function skipDateline(tokens: Tokens, from: number, ceiling: number): number {
  const limit = Math.min(ceiling, from + 10);
  for (let index = from; index < limit; index++) {
    const kind = tokens.kinds[index];
    // `Ana Lane – the mayor – said`
    if (kind === Kind.dash && index === from + 1 && isPerson(tokens, from) && !isCapital(tokens, index + 1)) {
      return from;
    }
    if (kind === Kind.colon || kind === Kind.dash) {
      return index > from && index + 1 < ceiling && ((tokens.marks[from] ?? 0) & CAPITAL) !== 0
        ? index + 1
        : from;
    }
    const inDateline =
      kind === Kind.name ||
      kind === Kind.open ||
      kind === Kind.close ||
      kind === Kind.comma ||
      kind === Kind.other ||
      (kind === Kind.word && isCapital(tokens, index));
    if (!inDateline) {
      return from;
    }
  }
  return from;
}
