import { HONOURS } from './honours.ts';
import type { NameSpan } from './names/find.ts';

/** What stands before a name at the head of a sentence, and a finder may take for its first word: `Said Lane: “…”`. */
const VERBS =
  /(?:Said|Says|Asked|Asks|Added|Adds|Wrote|Writes|Tweeted|Tweets|Argued|Argues|Replied|Replies|Quoth|Quoting|Citing|Cue|Enter|What|How|Unlike|Pressed) (?=\p{Lu})/uy;

/** `GOP Rep. Lane`, `Sen. Lane`: party and short title. The first is looked for before all of them are. */
const TITLE =
  /(?:GOP|MP|MSP|MEP|MLA|Sens?\.|Reps?\.|Govs?\.|Gens?\.|Lt\.|Col\.|Prof\.|Cllr\.?|Coun\.?|DCI|DCC|PCSO|PC|DC|Det|Ch|Insp|Supt|Sgt|Neighbou?r|(?:Mother|Father|Mum|Dad|Grandmother|Grandfather)-of-\w+) /y;
const TITLES = new RegExp(`(?:${TITLE.source})+(?=\\p{Lu}[\\p{L}’'])`, 'uy');

/**
 * A name without the verb or the short titles that were taken in; `Said` and the like are a first name where the text has them
 * inside a sentence as well.
 */
export function withoutLead(text: string, name: NameSpan, floor: number): NameSpan {
  // What was taken in is a word of its own.
  const isOne = !text.slice(name.start, name.end).includes(' ');
  const verb = isOne || !opensSentence(text, name.start, floor) ? name.start : endOf(VERBS, text, name.start);
  const start = verb > name.start && isFirstNameIn(text, name) ? name.start : verb;
  const lead = isOne || endOf(TITLE, text, start) === start ? start : endOf(TITLES, text, start);
  const bare = lead >= name.end ? name.start : lead;
  const end = name.kind === 'person' ? withoutLetters(text, bare, name.end) : name.end;
  if (bare === name.start && end === name.end) {
    return name;
  }
  // `GOP Gov. Lane`, taken for a body.
  const isTaken =
    (bare > start && name.kind === 'organisation') || (bare > name.start && name.kind === 'place');
  const kind = isTaken ? 'person' : name.kind;
  return { ...name, start: bare, end, kind };
}

/** `Lane MP`, `Ana Lane OBE`: the end of a name before the letters of an office or an honour. */
function withoutLetters(text: string, start: number, end: number): number {
  const code = text.charCodeAt(end - 1);
  // Nearly all names end in small letters.
  return code >= 0x61 && code <= 0x7a && !text.endsWith('hD', end)
    ? end
    : end - (LETTERS.exec(text.slice(start, end))?.[0].length ?? 0);
}

const LETTERS = new RegExp(String.raw`(?<=\p{Ll})(?:,? (?:${HONOURS}|PhD))+$`, 'u');

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
