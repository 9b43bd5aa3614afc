import type { NamesDocument } from './document.ts';
import { hashWord, hashedWords } from './hash.ts';
import { Gap, Shape } from './shapes.ts';
import { isInside } from './tags.ts';

const PERSON = 1;
/** How people are addressed, and nothing else is. */
const ADDRESSES = hashedWords('mr mrs ms mr. mrs. ms.');
/** The letters of a judge: `Pike LJ`. */
const JUDGES = hashedWords('lj ljj');
const JUSTICE = hashWord('justice');
const OF_JUSTICE = hashedWords('lord lady mr mrs ms');
const LONGEST_PERSON = 4;

/** Makes a person of whoever is addressed as nothing else is, though their name is a park’s or a body’s; tells whether it did. */
export function settleAddressed(
  { tokens: { hashes, shapes, gaps } }: NamesDocument,
  tags: Uint8Array,
  token: number,
  nameEnd: number,
  end: number,
): boolean {
  const tag = tags[token] ?? 0;
  const hash = hashes[token] ?? 0;
  const next = token + 1;
  const isJudge = next < end && JUDGES.has(hashes[next] ?? 0) && shapes[next] === Shape.capitals;
  if (isJudge && gaps[next] === Gap.space) {
    tags[token] = isInside(tag) ? tag : PERSON;
    tags[next] = 0;
    return true;
  }
  if (tag === 0 || tag === PERSON || isInside(tag) || nameEnd - token > LONGEST_PERSON) {
    return false;
  }
  // `Lady Justice Orme`
  const titles = OF_JUSTICE.has(hash) && hashes[next] === JUSTICE ? 2 : ADDRESSES.has(hash) ? 1 : 0;
  const name = token + titles;
  if (titles === 0 || name >= nameEnd || (shapes[name] ?? 0) < Shape.capitalised) {
    return false;
  }
  tags.fill(0, token, name);
  tags[name] = PERSON;
  tags.fill(PERSON + 1, name + 1, nameEnd);
  return true;
}

/** Whether a token stands behind `Lady Justice`, `Mr Justice`. */
export function isBehindJustice({ hashes, shapes }: NamesDocument['tokens'], token: number): boolean {
  return (
    hashes[token - 1] === JUSTICE &&
    (shapes[token - 1] ?? 0) >= Shape.capitalised &&
    OF_JUSTICE.has(hashes[token - 2] ?? 0)
  );
}
