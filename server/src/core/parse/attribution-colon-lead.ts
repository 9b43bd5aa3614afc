import type { Subject } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { subjectFirst } from './attribution-sign.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { isPerson, isPossessive, titlesBefore } from './attribution-words.ts';

/** A lead-in of more tokens tells a story of its own. */
const LONGEST_LEAD = 16;

const SAID =
  '(?:message|words?|line|answer|response|reply|verdict|view|advice|statement|warning|plea|promise|reaction|letter|note|e-?mail|text|postcard|post)';

/** What stands before and behind the one who is named before a colon, where they say what stands behind it. */
const LEADS: readonly (readonly [RegExp, RegExp])[] = [
  // `Next up was Lane:`, `Also there was Lane:`
  [/^[^,]*\b(?:up|next|first|last|there|speak|present|speaker) (?:is|was|came)$/i, /^$/],
  // `Nobody put it better than Lane:`
  [/\b(?:put|said|summed|expressed)\b.*\bthan$/i, /^$/],
  // `It fell to Lane to say it:`, `It was left to Lane to sum up:`
  [/\b(?:left|fell|falls|up|down) to$/, /^to (?:say|put|sum|point|state|tell|explain|spell)\b/],
  // `Lane as quoted by the Lantern:`
  [/^$/, /^as (?:quoted|cited|reported) (?:by|in)\b/],
  // `The message from Lane was clear:`
  [
    new RegExp(`^(?:\\p{L}+ ){1,3}?${SAID} (?:from|of|by)$`, 'iu'),
    /^(?:is|was|remains|remained|could not be|has been)\b/,
  ],
  // `Here is what Lane had to say:`
  [/^(?:and )?(?:here|this|that)(?:[’']s| is| was) (?:what|how)$/i, /^(?:had|has) to say\b/],
  // `Quote of the week: Lane:`, `Quote, Lane:`
  [/^(?:quot\p{L}+|line|reaction|comment|view)\b[^:“”"]{0,40}[:,]$/iu, /^$/],
];

/** Whoever a lead-in names as the one who says what stands behind its colon, where it names no one else. */
export function ledBeforeColon(tokens: Tokens, colon: number, from: number): Subject | undefined {
  if (colon - from > LONGEST_LEAD) {
    return undefined;
  }
  let name = -1;
  for (let index = from; index < colon; index++) {
    if (tokens.kinds[index] === Kind.quotation || (isPerson(tokens, index) && name >= 0)) {
      return undefined;
    }
    name = isPerson(tokens, index) ? index : name;
  }
  if (name < 0 || isPossessive(tokens, name)) {
    return undefined;
  }
  const first = name - titlesBefore(tokens, name, from - 1);
  const before = tokens.text.slice(tokens.starts[from], tokens.starts[first]).trimEnd();
  const behind = tokens.text.slice(tokens.ends[name], tokens.starts[colon]).trim();
  return LEADS.some(([lead, rest]) => rest.test(behind) && lead.test(before))
    ? { kind: 'name', from: name, to: name + 1 }
    : undefined;
}

/** So far behind `Lane:` may stand what they say in a headline: `Lane: old quay is “…”`. */
const REACH_OF_HEAD = 16;

/** `Lane: old quay is “…”`, as headlines and lists have it: who heads a line of which part is a quotation. */
export function headedLine(tokens: Tokens, colon: number, from: number, to: number): Attribution | undefined {
  const name = colon - 1;
  const isHead =
    isPerson(tokens, name) &&
    !isPossessive(tokens, name) &&
    name - titlesBefore(tokens, name, from - 1) === from;
  for (let index = colon + 1; isHead && index < Math.min(to, colon + REACH_OF_HEAD); index++) {
    if (tokens.kinds[index] === Kind.quotation) {
      const subject: Subject = { kind: 'name', from: name, to: colon };
      return index > colon + 1 ? subjectFirst('says', { from: colon, to: colon + 1 }, subject) : undefined;
    }
    if (tokens.kinds[index] === Kind.stop || tokens.kinds[index] === Kind.colon || isPerson(tokens, index)) {
      return undefined;
    }
  }
  return undefined;
}
