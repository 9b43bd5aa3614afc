import { AUXILIARY, classesOf, CUE, INDEFINITE, NOUNLIKE, PREPOSITION, PRONOUN } from '../parse/cues.ts';
import { BODIES } from '../parse/bodies.ts';
import type { Mention, Reading, Speaker } from '../parse/reading.ts';
import { Lettered } from '../text/lettered.ts';

/** Who speaks in words that name more than one, or one of many: `Lane and Mayor Bo Ortiz`, `critics such as Lane`. */
export interface Together {
  readonly named: readonly Mention[];
  /** `the council`, `their union`: bodies that go by no name, as printed. */
  readonly bodies: readonly string[];
  /** Who speaks besides them: `and others` may be anybody, `and her lawyer` is somebody who has no name here. */
  readonly besides: Besides;
}

/** Who speaks besides those named: nobody, `others` who may be anybody, or `somebody` who has no name here. */
export type Besides = 'nobody' | 'others' | 'somebody';

/** `and`, `or`, `(and`, `joined`, or a comma. */
const JOINER = /,?\s+\(?(?:and|or|&|plus|join(?:s|ed)|(?:together|along|jointly) with|as well as)\s+|,\s*/;

const body = new Lettered(`^(?:the|its|their|our)\\s(?:.*\\s)?(?:${BODIES})$`, 'iu');

/** `critics such as` */
const SUCH = new Lettered(
  String.raw`^[^,]*\p{L},?\s+(?:like|including|such as)\s+(?:[\p{Lu}\p{Ll}.-]+\s+){0,4}$`,
  'u',
);

/** `a group led by`, `the committee chaired by Mayor` */
const LED = new Lettered(
  String.raw`\b(?:led|headed|chaired|run|founded|fronted|organi[sz]ed|backed) by (?:(?:the )?(?:[\p{Lu}\p{Ll}.-]+\s+){0,4})$`,
  'u',
);

/** `Lane et al.` */
const ET_AL = /^ et al\.?$/;

/** `others`, `two clerks`, `her colleagues`; but `her lawyer`, `the clerks` are those whom the text has told of. */
const ANYBODY = new Lettered(
  String.raw`^(?:others|(?:(?:his|her|their|many|several|some|a (?:few|number|dozen) (?:of )?|dozens of|hundreds of|two|three|four|five|six|seven|eight|nine|ten|\d+|other) )*[\p{Ll}-]+s)$`,
  'u',
);

/** One of those who are told of. */
interface Part {
  readonly isApart: boolean;
  readonly words: string;
  readonly names: readonly Mention[];
  readonly start: number;
}

/** Who speaks together in the words of a description; undefined where it tells of one, or of nobody by name. */
export function togetherIn({ text, mentions }: Reading, { start, end }: Speaker): Together | undefined {
  const inside = mentions.filter(it => start <= it.start && it.end <= end);
  const first = inside.find(it => it.kind === 'person');
  const lead = text.slice(start, first?.start ?? start);
  const isOneOf = first?.end === end && (SUCH.test(lead) || LED.test(lead));
  if (first !== undefined && (isOneOf || ET_AL.test(text.slice(first.end, end)))) {
    return { named: [first], bodies: [], besides: 'others' };
  }
  const parts = partsOf(text, inside, start, end);
  if (first === undefined || parts.length < 2) {
    return undefined;
  }
  const named: Mention[] = [];
  const bodies: string[] = [];
  let besides: Besides = 'nobody';
  for (const [index, part] of parts.entries()) {
    // `Lane, D-Ohio, and Ortiz, R-Iowa`
    if (part.isApart && part.names.length > 0 && part.names.every(it => it.kind === 'place')) {
      continue;
    }
    const speaks = whoOf(part);
    // `a friend of Lane and Bo Ortiz` may be one.
    if (speaks === 'unsure' && index === 0) {
      return undefined;
    }
    if (typeof speaks === 'object') {
      named.push(speaks);
    } else if (part.names.length === 0 && body.test(part.words)) {
      bodies.push(part.words);
    } else if (part.names.length > 0 || !(part.isApart || parts[index + 1]?.isApart === true)) {
      besides = besides === 'somebody' || !ANYBODY.test(part.words) ? 'somebody' : 'others';
    }
  }
  return named.length === 0 ? undefined : { named, bodies, besides };
}

function partsOf(text: string, inside: readonly Mention[], start: number, end: number): readonly Part[] {
  const parts: { isApart: boolean; words: string; names: Mention[]; start: number }[] = [];
  let part = { isApart: false, words: '', names: [] as Mention[], start };
  let at = start;
  const read = (gap: string): void => {
    let rest = gap;
    for (let match = JOINER.exec(rest); match; match = JOINER.exec(rest)) {
      part.words += rest.slice(0, match.index);
      parts.push(part);
      at += match.index + match[0].length;
      part = { isApart: /^,\s*$/.test(match[0]), words: '', names: [], start: at };
      rest = rest.slice(match.index + match[0].length);
    }
    part.words += rest;
  };
  for (const name of inside) {
    read(text.slice(at, name.start));
    part.words += text.slice(name.start, name.end);
    part.names.push(name);
    at = name.end;
  }
  read(text.slice(at, end));
  parts.push(part);
  return parts.map(it => ({ ...it, words: it.words.trim() })).filter(it => it.words !== '');
}

/** Who speaks of those whom a part names; `nobody` by name, or `unsure` whether it is one. */
function whoOf({ words, names }: Part): Mention | 'nobody' | 'unsure' {
  const person = names.findLast(it => it.kind === 'person') ?? names.at(-1);
  if (person === undefined) {
    return 'nobody';
  }
  const at = words.lastIndexOf(person.text);
  const before = words.slice(0, at).split(/\s+/);
  const behind = words
    .slice(at + person.text.length)
    .replace(/^\)/, '')
    .trim();
  if (before.some(it => hasClass(it, PREPOSITION))) {
    return 'unsure';
  }
  const isOther =
    before.some(
      it => hasClass(it, AUXILIARY | PRONOUN) || (hasClass(it, CUE) && !hasClass(it, NOUNLIKE | INDEFINITE)),
    ) ||
    /^[’']/.test(behind) ||
    !(behind === '' || behind.startsWith('(') || hasClass(behind.split(/\s+/)[0] ?? '', PREPOSITION));
  return isOther ? 'nobody' : person;
}

function hasClass(word: string, classes: number): boolean {
  return (classesOf(word) & classes) !== 0;
}
