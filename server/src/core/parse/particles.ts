import { Lettered } from '../text/lettered.ts';
import { nameParticles } from '../text/name-particles.ts';
import { overlaps } from '../text/span.ts';
import { labelOf } from './layout-transcript.ts';
import type { NameSpan } from './names/find.ts';
import type { Block } from './reading.ts';

/** Particles behind a name, and the word with a capital that they lead to. */
const behindName = new Lettered(
  String.raw`^[ \u00a0]((?:(?:${nameParticles})[ \u00a0]){1,3})(\p{Lu}[\p{L}\p{M}’'-]*[\p{L}\p{M}])`,
  'u',
);
const longestBehind = 60;

/** Words with a capital that are no surname behind a word that is a particle besides: `What will Lane do Monday`. */
const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/**
 * Makes one name of `Lucia della Torre`, `Pieter ten Hove` and `Ana Washington-Pruett`, of which finders see one half or both: two
 * names do not stand with nothing but a particle between them. `found` is in order and free of overlaps.
 */
export function withParticles(text: string, found: readonly NameSpan[]): readonly NameSpan[] {
  const joined: NameSpan[] = [];
  let surnames: ReadonlySet<string> | undefined;
  let until = 0;
  for (const [index, name] of found.entries()) {
    if (name.end <= until) {
      continue;
    }
    let end = endBehindParticles(text, found, index);
    if (end > name.end && isOneWord(text, name)) {
      // `Lane` of `Ana Lane` has a surname already: `gave Lane ten Canadians`.
      surnames ??= new Set(found.flatMap(it => lastOfSeveral(text, it) ?? []));
      end = surnames.has(text.slice(name.start, name.end)) ? name.end : end;
    }
    until = end;
    joined.push(end === name.end ? name : { ...name, end });
  }
  return joined;
}

/** With the names of labels that have a particle in them, of which finders know little: `ten Hove: We will not.` */
export function withLabelled(
  text: string,
  blocks: readonly Block[],
  found: readonly NameSpan[],
): readonly NameSpan[] {
  const labels = blocks.flatMap(({ kind, start, end }, block): NameSpan[] => {
    const label =
      kind === 'transcript' ? labelOf(text.slice(start, Math.min(end, start + longestLabel))) : undefined;
    return label !== undefined && particled.test(label.label)
      ? [{ start: start + label.start, end: start + label.start + label.label.length, kind: 'person', block }]
      : [];
  });
  if (labels.length === 0) {
    return found;
  }
  const others = found.filter(it => !labels.some(label => overlaps(label, it)));
  return [...others, ...labels].sort((one, other) => one.start - other.start);
}

const longestLabel = 200;
const particled = new Lettered(
  String.raw`^(?:\p{Lu}\p{Ll}[\p{L}\p{M}’'-]* )?(?:(?:${nameParticles}) ){1,3}\p{Lu}[\p{L}\p{M}’'-]*$`,
  'u',
);

/** Where a name ends if its particles and what they lead to belong to it. */
function endBehindParticles(text: string, found: readonly NameSpan[], index: number): number {
  const name = found[index];
  if (name?.kind !== 'person') {
    return name?.end ?? 0;
  }
  const { end } = name;
  if (text.charAt(end) === '-') {
    const second = isOneWord(text, name) ? null : hyphened.exec(text.slice(end, end + longestBehind));
    const last = end + (second?.[0].length ?? 0);
    return (found[index + 1]?.start ?? Infinity) < last ? end : last;
  }
  const code = text.charCodeAt(end + 1);
  // What stands behind nearly every name is no letter that a particle begins with, or another mark than a space.
  const match =
    /[ \u00a0]/.test(text.charAt(end)) && (code > 0x60 || code === 0x27)
      ? behindName.exec(text.slice(end, end + longestBehind))
      : null;
  const surname = match?.[2];
  if (match === null || surname === undefined || calendar.test(surname)) {
    return end;
  }
  const next = found[index + 1];
  const last = end + match[0].length;
  if (next === undefined || next.start >= last) {
    return last;
  }
  // `Ana Lane de Madrid` and `Lane al Qaeda` are two.
  const isSurname =
    next.kind === 'person' || (next.kind === 'place' && isOneWord(text, name) && isOneWord(text, next));
  const isOther = !isSurname || next.block !== name.block;
  return isOther || next.start < last - surname.length ? end : Math.max(last, next.end);
}

/** `Ana Washington-Pruett`, of whom finders see `Ana Washington`. */
const hyphened = new Lettered(String.raw`^-\p{Lu}\p{Ll}[\p{L}\p{M}-]*(?![\p{L}\p{N}])`, 'u');

/** With the particles before a surname alone that a full name has there: `ten Hove said`. */
export function withLeadingParticles(text: string, found: readonly NameSpan[]): readonly NameSpan[] {
  const endings = new Set(found.flatMap(name => endingOf(text, name) ?? []));
  if (endings.size === 0) {
    return found;
  }
  return found.map((name, index) => {
    if (name.kind !== 'person' || !isOneWord(text, name)) {
      return name;
    }
    const floor = Math.max(found[index - 1]?.end ?? 0, name.start - longestBehind);
    const before = particlesBefore.exec(text.slice(floor, name.start))?.[0] ?? '';
    const ending = before + text.slice(name.start, name.end);
    return before !== '' && endings.has(ending.charAt(0).toLowerCase() + ending.slice(1))
      ? { ...name, start: name.start - before.length }
      : name;
  });
}

/** The first may have a capital, where it opens a sentence. */
const particlesBefore = new Lettered(
  String.raw`(?<![\p{L}\p{M}\p{N}’'.-])(?:(?:${nameParticles}) ){1,3}$`,
  'iu',
);

/** `ten Hove` of `Pieter ten Hove`. */
function endingOf(text: string, { kind, start, end }: NameSpan): string | undefined {
  const name = kind === 'person' ? text.slice(start, end) : '';
  return name.includes(' ') ? ending.exec(name)?.[1] : undefined;
}

const ending = new Lettered(String.raw` ((?:(?:${nameParticles}) )+\p{Lu}[\p{L}\p{M}’'-]*)$`, 'u');

function lastOfSeveral(text: string, { kind, start, end }: NameSpan): string | undefined {
  return kind === 'person' ? /\s(\S+)$/.exec(text.slice(start, end))?.[1] : undefined;
}

function isOneWord(text: string, { start, end }: NameSpan): boolean {
  return !/\s/.test(text.slice(start, end));
}
