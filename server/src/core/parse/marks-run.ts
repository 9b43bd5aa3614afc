import type { Span } from '../text/span.ts';
import { Lettered } from '../text/lettered.ts';

const verbs =
  'said|says|told|adds?|added|wrote|writes|tweeted|posted|argued|insisted|asked|replied|warned|explained|continued|noted|stated|declared|recalled|responded|claimed|concluded|promised|joked|quipped|shouted|testified|acknowledged|admitted|observed|remarked|announced';
const capitalised = "\\p{Lu}[\\p{L}.’'-]*";

/** A clause that gives the words before it to somebody: `, Denis Ward told reporters on the quay.`; whoever says `I said` goes on. */
const clauseAfter = new Lettered(
  `[,.?!…–—-]["”’']?\\s+(?!(?:I|We|we)\\s)(?=(?:(?:he|she|they|it|who)\\s|(?:the|an?|one|his|her|their)\\s(?:[\\p{L}-]+\\s){1,3}|(?:${capitalised}\\s){1,5}(?:[\\p{Ll}-]+ly\\s)?)?(?:${verbs})(?=[\\s,.:])(?!\\s+(?:that|he|she|they|it|I|we|you|me|us|him|her|them|to|there|yes|no)\\b))`,
  'gu',
);

/** Without one of these, no clause: making the pattern above ready takes engines milliseconds. */
const anyVerb = new RegExp(`\\s(?:${verbs})[\\s,.:]`);

/**
 * Where the words of a quotation end whose closing mark is missing: before the clause that says whose they are, else
 * at the end of what was given.
 */
export function endOfUnclosed(text: string, span: Span): number {
  const words = text.slice(span.start, Math.min(span.end, span.start + 20_000));
  if (!anyVerb.test(words)) return span.end;
  const clause = clauseAfter.on(words);
  clause.lastIndex = 0;
  for (let found = clause.exec(words); found !== null; found = clause.exec(words)) {
    // A quotation of one word before its attribution is likelier than none.
    if (found.index > 0) return span.start + found.index + found[0].trimEnd().length;
  }
  return span.end;
}

const named = new Lettered(
  `(${capitalised}),?\\s+(?:\\p{Ll}+ly\\s+)?(?:${verbs})(?![\\p{L}])|(?<![\\p{L}])(?:${verbs})\\s+((?:[\\p{Ll}-]+\\s+){0,3}(?:${capitalised}\\s?)+)`,
  'u',
);

/** The last name beside the first speech verb of a narrator's words; undefined if none is named. */
function speakerIn(narration: string): string | undefined {
  const found = named.exec(narration.slice(0, 2000));
  if (found === null) return undefined;
  const name = (found[1] ?? found[2] ?? '').trim();
  const last = name.slice(name.lastIndexOf(' ') + 1).replace(/['’]s?$/, '');
  return /^(?:He|She|They|It|We|I|The|A|An|This|That)$/.test(last)
    ? undefined
    : last.replace(/[.,]$/, '').toLowerCase();
}

/**
 * Whether the narrator gives the words of one paragraph to one person, and those of the next to another: then a
 * missing closing mark is an error, and no running quotation.
 */
export function speakersDiffer(narration: string, next: string): boolean {
  const one = speakerIn(narration);
  if (one === undefined) return false;
  const other = speakerIn(next);
  return other !== undefined && one !== other;
}
