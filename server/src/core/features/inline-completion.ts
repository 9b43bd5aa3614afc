import { foldWords } from '../text/words.ts';
import { fitCell } from './cells.ts';
import { foldedWords } from './folded.ts';
import { sourceWords } from './marks.ts';
import { blockTyped, openedAt } from './opened.ts';
import { isHeading } from './people.ts';
import { sentenceSpeaker } from './sentence-speaker.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';

/** Words shown behind the cursor until they are taken. */
export interface InlineCompletion {
  readonly replace: Span;
  readonly newText: string;
}

/** Fewer letters start too many quotations. */
const fewestLetters = 6;

/** Inside an opened quotation: the rest of the one quotation of the sources that starts so. Nothing where two do. */
export function inlineCompletion(
  { corpus }: CheckContext,
  draft: Draft,
  offset: number,
): InlineCompletion | undefined {
  const block = blockTyped(draft, offset);
  const opened = openedAt(draft, offset);
  if (!corpus.whole || block === undefined || opened === undefined || opened.hasRest) {
    return undefined;
  }
  const typed = opened.typed;
  if (typed.trim().length < fewestLetters) {
    return undefined;
  }
  const speaker = sentenceSpeaker(corpus, draft, block, opened);
  const rests = new Map<string, string>();
  for (const { article, quotation: index } of corpus.quotations({
    typed: typed.trim(),
    speaker,
    context: '',
    limit: 30,
  })) {
    const quotation = article.quotations[index];
    if (
      quotation === undefined ||
      quotation.kind === 'scare' ||
      isHeading(article.blocks[quotation.block]?.kind)
    ) {
      continue;
    }
    const rest = restAfter(typed, sourceWords(article, quotation, opened.marks));
    if (rest !== undefined && foldedWords(rest) !== '') {
      rests.set(foldedWords(rest), rests.get(foldedWords(rest)) ?? rest);
    }
  }
  const [rest] = rests.values();
  if (rest === undefined || rests.size > 1) {
    return undefined;
  }
  const replace = { start: offset, end: opened.replace.end };
  const { newText } = fitCell(draft, { ...replace, newText: rest + opened.close });
  return { replace, newText };
}

/** What follows in a source behind the words typed so far, of which the last may not be whole. */
export function restAfter(typed: string, source: string): string | undefined {
  const words = foldWords(typed);
  const sourceWordsFolded = foldWords(source);
  const last = words.length - 1;
  if (last < 0 || last >= sourceWordsFolded.length) {
    return undefined;
  }
  for (let index = 0; index < last; index++) {
    if (words.key(index) !== sourceWordsFolded.key(index)) {
      return undefined;
    }
  }
  const start = sourceWordsFolded.starts[last] ?? 0;
  const end = sourceWordsFolded.ends[last] ?? 0;
  const typedEnd = words.ends[last] ?? 0;
  const behind = typed.slice(typedEnd);
  if (behind !== '') {
    // The last word is whole; what was typed behind it, a space or a comma, is not put in again.
    const next = source.slice(end);
    const given = behind.trimEnd();
    const rest = given !== '' && next.startsWith(given) ? next.slice(given.length) : next;
    return words.key(last) !== sourceWordsFolded.key(last)
      ? undefined
      : /\s$/.test(behind)
        ? rest.trimStart()
        : rest;
  }
  const lastTyped = plain(typed.slice(words.starts[last] ?? 0, typedEnd));
  return plain(source.slice(start)).startsWith(lastTyped)
    ? source.slice(start + lastTyped.length)
    : undefined;
}

/** One code unit for one, so that offsets stay. */
function plain(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[A-Z]/g, letter => letter.toLowerCase());
}
