import { classesOf, ROLE } from '../parse/cues.ts';
import { isKindOfSomebody } from '../parse/attribution-meant.ts';
import type { Entity, Quotation, Reading, Speaker } from '../parse/reading.ts';
import { matchNames } from './names-alike.ts';
import type { Spoken } from './spoken.ts';

/** What a text has around the description of a speaker. */
export interface Setting {
  readonly before: string;
  readonly behind: string;
  /** Whom the text has named by then. */
  readonly earlier: readonly Entity[];
  /** Whether it names somebody right before, who may be one of those. */
  readonly isBesideName: boolean;
  /** Where the text gave words to `an official` before it tells what `the official` said; undefined where it did not. */
  introduction(head: string): Described | undefined;
}

/** Somebody whom a text only describes. */
interface Described {
  readonly name: string;
  readonly setting: Setting;
}

/** No more of a text is looked at on either side of a description, in characters. */
const REACH = 140;

/** The surroundings of a speaker whom a text only describes, looked up when they are asked for. */
export function settingOf(reading: Reading, { start, end }: Speaker): Setting {
  const { text, mentions, entities, quotations } = reading;
  return {
    before: text.slice(Math.max(0, start - REACH), start),
    behind: text.slice(end, end + REACH),
    get earlier() {
      const named = new Set(mentions.filter(it => it.end <= start).map(it => it.entity));
      return entities.filter((it, index) => it.kind === 'person' && named.has(index));
    },
    get isBesideName() {
      return mentions.some(it => it.kind === 'person' && it.end <= start && it.end > start - REACH);
    },
    introduction(head) {
      const isIntroduced = ({ speaker }: Quotation): boolean =>
        speaker?.kind === 'description' && speaker.end <= start && headOf(speaker.name) === head;
      const speaker = quotations.findLast(isIntroduced)?.speaker;
      return speaker && { name: speaker.name, setting: settingOf(reading, speaker) };
    },
  };
}

/** `a senior official`, `one neighbour`, `another user of the ferry`: the words for what they are. */
const INTRODUCED =
  /^(?:an?|another|one)\s+([^,]+?)(?:\s+(?:of|for|from|in|at|on|with|who|that|to|near|close)\b|$)/i;

/** `the official` */
const KNOWN = /^the\s+(\p{L}+)$/iu;

/** What somebody is or is not, who is told of for the first time. */
const NAMELESS =
  /\b(?:unnamed|anonymous|unidentified|unsigned|forged|faked?|bogus|hoax)\b|^(?:an?|the|one|another)\s(?:[\p{L}-]+\s){0,3}(?:source|insider)$/iu;

/** How a text tells that a speaker is not to be known. */
const WITHHELD =
  /^[^.!?"“”]*\b(?:(?:not|never) (?:to )?be (?:named|identified|quoted by name)|(?:declined|refused) to (?:be (?:named|identified)|give (?:his|her|their|a) (?:sur)?name)|condition of anonymity|anonymously|granted anonymity)\b/i;

/** Behind a description this names whoever is described. */
const NAMED_BEHIND =
  /^(?:[^.!?"“”]{0,60}?,\s+(?:\p{Lu}\p{L}*\.?\s)*\p{Lu}|\s+(?:named|called|identified as)\b)/u;

/** Before a description, this tells what somebody is who has been named. */
const TELLS_WHAT =
  /(?:\b(?:is|was|are|were|be|been|being|as|also|became|become|like|including|still|once|only|both)|[–—(:-])\s*$/i;

/**
 * Whether a source gives words to somebody whom it does not name, and who is none of those whom it has named by then: `a neighbour
 * said`, where the draft has Lane, of whom the source has told before; or who was not to be named, where it names the draft's speaker at all.
 */
export function isStranger(draft: Spoken, { name, setting, together, company }: Spoken): boolean {
  return (
    draft.kind === 'person' &&
    setting !== undefined &&
    together.length === 0 &&
    isNewBeside(draft, { name, setting }, company)
  );
}

function isNewBeside(draft: Spoken, described: Described, company: readonly Entity[]): boolean {
  const { name, setting } = described;
  const isDrafted = (it: Entity): boolean =>
    it.kind === 'person' && matchNames(it.name, draft.name) !== 'different';
  if (isOwn(draft, described)) {
    return false;
  }
  if (NAMELESS.test(name) || WITHHELD.test(setting.behind)) {
    return company.some(isDrafted);
  }
  const known = KNOWN.exec(name)?.[1]?.toLowerCase();
  const introduction = known === undefined ? undefined : setting.introduction(known);
  if (introduction !== undefined) {
    return isNewBeside(draft, introduction, company);
  }
  // `Residents were blunt. “…,” said one.`
  if (/^(?:one|another)$/i.test(name)) {
    return !setting.isBesideName && setting.earlier.some(isDrafted);
  }
  const head = headOf(name);
  const earlier = head === undefined || isNamedBeside(setting) ? [] : setting.earlier.filter(isDrafted);
  return earlier.length > 0 && !earlier.some(it => it.role?.toLowerCase().includes(head ?? '') === true);
}

/** The word for what somebody is who is told of for the first time; undefined of what is no person, or has been told of. */
function headOf(description: string): string | undefined {
  const words = INTRODUCED.exec(description)?.[1];
  const head = words?.slice(words.lastIndexOf(' ') + 1).toLowerCase();
  return head !== undefined &&
    !ANYBODY.test(head) &&
    ((classesOf(head) & ROLE) !== 0 || isKindOfSomebody(head))
    ? head
    : undefined;
}

/** What anybody may be called who has an office, or none: whoever was named before may well be meant. */
const ANYBODY =
  /^(?:official|officer|executive|leader|member|figure|speaker|person|man|woman|boy|girl|student)$/;

/** `a spokesman for Lane`, `a Lane aide`: whoever speaks for the draft's speaker. */
function isOwn({ name }: Spoken, { name: description, setting }: Described): boolean {
  const phrase = `${description}${/^[^.,;:!?"“”]*/.exec(setting.behind)?.[0] ?? ''}`;
  const surname = name.slice(name.lastIndexOf(' ') + 1);
  return phrase.includes(surname);
}

/** `Lane, a neighbour, said`, `Lane is a neighbour who said`, `a neighbour, Ana Lane, said`: the text says who that is. */
function isNamedBeside({ before, behind }: Setting): boolean {
  return TELLS_WHAT.test(before) || /\p{Lu}[\p{L}’'-]*,\s*$/u.test(before) || NAMED_BEHIND.test(behind);
}
