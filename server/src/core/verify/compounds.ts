import { wordSet } from '../text/word-set.ts';

/** Closed and open compounds: `decision-making`, `decision making` and `decisionmaking` are one. */

/** A word as it stands, to be joined with its neighbours. */
export interface CompoundPart {
  readonly key: string;
  /** What stands between it and the part before; empty for the first. */
  readonly gap: string;
}

/** Whether parts side by side may be written as the closed word without a change of sense. */
export function isCompound(printed: readonly CompoundPart[], closed: string): boolean {
  const parts = printed.map(({ key, gap }) => ({ key: inLetters(key, closed), gap }));
  const [first, second] = parts;
  if (parts.length === 2 && second?.key === 's' && /^\.?['’]$/.test(second.gap)) {
    // `D.C.'s` and `DC's`: behind its stop the ending is a word of its own.
    return `${first?.key.toLowerCase() ?? ''}'s` === closed;
  }
  if (parts.length < 2 || parts.map(it => it.key).join('') !== closed) {
    return false;
  }
  if (parts.every(it => it.key.length === 1)) {
    // `J. F. K.` and `JFK`.
    return parts.slice(1).every(it => /^\.?\s?$/.test(it.gap));
  }
  if (parts.length > 2 || first === undefined || second === undefined) {
    return false;
  }
  if (/^[-\u2010\u2011\u00ad]\s*$/.test(second.gap)) {
    return !senseOfHyphen.test(closed);
  }
  if (!/^\s+$/.test(second.gap)) {
    return false;
  }
  if (
    closedAlike.has(closed) ||
    (/^\d+$/.test(first.key) && /^(?:am|pm|km|kg|mph|bn|m|k)$/.test(second.key))
  ) {
    return true;
  }
  return (
    first.key.length >= 3 &&
    second.key.length >= 3 &&
    closed.length >= 7 &&
    /^\p{L}+$/u.test(closed) &&
    !senseOfSpace.has(first.key) &&
    !senseOfSpace.has(second.key)
  );
}

/** Numbers are folded to digits, but for those in a closed word: `first-hand` and `firsthand`, `three-fold` and `threefold`. */
const letters = new Map([
  ['1st', 'first'],
  ['2nd', 'second'],
  ['3rd', 'third'],
  ...'one two three four five six seven eight nine ten'
    .split(' ')
    .map((word, index): [string, string] => [String(index + 1), word]),
]);

/** The key of a word as a closed word that begins with it has it. */
export function inLetters(key: string, closed: string): string {
  const word = /^\d/.test(key) ? letters.get(key) : undefined;
  return word !== undefined && closed.startsWith(word) ? word : key;
}

/** `re-sign` is not `resign`. */
const senseOfHyphen =
  /^(?:re(?:sign|cover|form|creat|sort|present|lease|count|act|mark|sent|serv|lay|dress|collect|press|search|sound|strain|treat|prove|cite|call|store|tire|turn|fund|fuse|ject|solve|view|bound|fine|ally)|coop$|unioni[sz]|prosecut|pro(?:verb|rate)s?$|pre(?:fix|sent|serve|position|dispose)s?$)/;

const closedAlike = new Set([
  'cannot',
  'underway',
  'online',
  'offline',
  'healthcare',
  'email',
  'website',
  'percent',
]);

/** Small words: `every day` is not `everyday`, `the rapist` is no `therapist`, `over time` is not `overtime`. */
const senseOfSpace = wordSet(
  'the and for not but any all every some may can one two her his she him our you your they them their its was were had has have with with this that then than there here who whom what when where why how are out off over under after before fore down away along among again never ever even more less most much such same good well per via yet nor let get got put set run see say did does got one man men god',
);
