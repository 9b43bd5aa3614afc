import type { NameSpan } from './names/find.ts';

/** What stands before a name at the head of a sentence, and a finder may take for its first word: `Said Lane: “…”`. */
const VERBS =
  /(?:Said|Says|Asked|Asks|Added|Adds|Wrote|Writes|Tweeted|Tweets|Argued|Argues|Replied|Replies) (?=\p{Lu})/uy;

/** `GOP Rep. Lane`, `Sen. Lane`: party and short title. */
const TITLES =
  /(?:(?:GOP|Sens?\.|Reps?\.|Govs?\.|Gens?\.|Lt\.|Col\.|Prof\.|Cllr\.?|Det|Ch|Insp|Supt|Sgt|(?:Mother|Father|Mum|Dad|Grandmother|Grandfather)-of-\w+) )+(?=\p{Lu}\p{L})/uy;

/**
 * A name without the verb or the short titles that were taken in; `Said` and the like are a first name where the text has them
 * inside a sentence as well.
 */
export function withoutLead(text: string, name: NameSpan, floor: number): NameSpan {
  const verb = opensSentence(text, name.start, floor) ? endOf(VERBS, text, name.start) : name.start;
  const start = verb > name.start && isFirstNameIn(text, name) ? name.start : verb;
  const bare = endOf(TITLES, text, start);
  if (bare === name.start || bare >= name.end) {
    return name;
  }
  // `GOP Gov. Lane`, taken for a body.
  const kind = bare > start && name.kind === 'organisation' ? 'person' : name.kind;
  return { ...name, start: bare, kind };
}

function endOf(lead: RegExp, text: string, start: number): number {
  lead.lastIndex = start;
  return lead.test(text) ? lead.lastIndex : start;
}

/** Whether only the head of the block, the end of a sentence or a mark stands before an offset. */
function opensSentence(text: string, offset: number, floor: number): boolean {
  let at = offset;
  while (at > floor && text.charCodeAt(at - 1) <= 0x20) {
    at--;
  }
  return at === floor || '.?!”"’\''.includes(text.charAt(at - 1));
}

/** Whether the whole name stands inside a sentence somewhere: `talks with Said Farah`. */
function isFirstNameIn(text: string, { start, end }: NameSpan): boolean {
  const whole = ` ${text.slice(start, end)}`;
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
    const code = text.charCodeAt(at - 1) | 0x20;
    if (code >= 0x61 && code <= 0x7a) {
      return true;
    }
  }
  return false;
}
