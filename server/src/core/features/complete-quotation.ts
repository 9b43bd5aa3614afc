import { say } from '../text/say.ts';
import { fitCell, rowAt } from './cells.ts';
import { closedAt } from './closed-words.ts';
import { differing } from './differing.ts';
import { clip, escapeMarkdown } from './escape.ts';
import { sourceWords } from './marks.ts';
import { restAfter } from './rest-after.ts';
import { isHeading } from './people.ts';
import { quotationPassage } from './places.ts';
import { foldedWords } from './folded.ts';
import { sentenceBefore, sentenceSpeaker } from './sentence-speaker.ts';
import { labelsApart } from './tell-apart.ts';
import { typedQuotations } from './typed-quotations.ts';
import { articleName, passageName } from './wording.ts';
import { wrappedAlone } from './wrap.ts';
import { asWritten } from './written.ts';
import type { Article } from '../corpus/article.ts';
import type { Block, Quotation } from '../parse/reading.ts';
import type { CheckContext, Link } from './context.ts';
import type { Completion } from './completion.ts';
import type { Draft } from '../draft/draft.ts';
import type { OpenedQuotation } from './opened.ts';

const most = 20;

/** Letters of a label: longer ones push the speaker out of an editor's list, which VS Code makes 430 pixels wide. */
const longestLabel = 36;

/** So many quotations that begin as one does are shown beside it. */
const mostOthers = 3;

/** Quotations of the sources for an opened one: by the sentence's speaker first, then by the paragraph's words. */
export function completeQuotation(
  { corpus }: CheckContext,
  link: Link,
  draft: Draft,
  block: Block,
  opened: OpenedQuotation,
): readonly Completion[] {
  const typed = opened.typed.trim();
  // Words that stand between marks already are edited, not begun: only what starts as they do may take their place.
  // And an editor can only replace what stands on the cursor's own line.
  if ((opened.hasRest && typed === '') || /[\r\n]/.test(opened.typed)) {
    return [];
  }
  const speaker = sentenceSpeaker(corpus, draft, block, opened);
  const around = rowAt(draft, opened.open) ?? block;
  const context = `${sentenceBefore(draft, block, opened.open)} ${draft.text.slice(around.start, around.end)}`;
  const seen = new Set<string>();
  const found: Found[] = [];
  const query = { typed, speaker, context, limit: 3 * most };
  for (const { article, quotation: index, agreement } of typedQuotations(corpus, query, opened.marks)) {
    const quotation = article.quotations[index];
    const isSpeech =
      quotation !== undefined &&
      quotation.kind !== 'scare' &&
      !isHeading(article.blocks[quotation.block]?.kind);
    const words = isSpeech ? sourceWords(article, quotation, opened.marks) : '';
    const key = foldedWords(words);
    if (isSpeech && words !== '' && !seen.has(key)) {
      seen.add(key);
      found.push({ article, quotation, agreement, words });
    }
    // Each article that is looked into has to be opened.
    if (found.length === most) {
      break;
    }
  }
  const labels = labelsApart(
    found.map(it => it.words),
    longestLabel,
  );
  return found.map((it, index) => {
    const { label = '', alike = [] } = labels[index] ?? {};
    const others = alike.flatMap(other => found[other] ?? []);
    const whole = item(link, opened, it, label, others);
    const newText = closedIn(draft, opened, it.words);
    const edit = fitCell(draft, { ...opened.replace, newText });
    return { ...whole, newText: wrappedAlone(draft, edit) };
  });
}

/** What is put in of the words of a source: they end as the draft's sentence wants it, and show what they are. */
function closedIn(draft: Draft, opened: OpenedQuotation, words: string): string {
  const end = opened.replace.end + (opened.hasRest ? 1 : 0);
  const closed = closedAt(draft, { start: opened.open, end }, words, opened.marks);
  return asWritten(draft, closed.words, opened.open) + opened.close + (opened.hasRest ? '' : closed.behind);
}

/** A quotation of the sources as it is to be put in. */
interface Found {
  readonly article: Article;
  readonly quotation: Quotation;
  readonly agreement: number;
  readonly words: string;
}

/** `others` begin as it does. */
function item(
  link: Link,
  opened: OpenedQuotation,
  { article, quotation, agreement, words }: Found,
  label: string,
  others: readonly Found[],
): Completion {
  const passage = quotationPassage(article, quotation);
  const place = `[${escapeMarkdown(articleName(article))}](${link(article, quotation.start)}), ¶${passage.paragraph}`;
  const who = passage.speaker === undefined ? '' : `${escapeMarkdown(passage.speaker)}, `;
  const agreed = agreement > 1 ? `\n\n${say('Stands so in {0} sources.', agreement)}` : '';
  return {
    kind: 'quotation',
    label,
    detail: passageName(passage),
    documentation: () =>
      `“${escapeMarkdown(clip(words, 600))}”\n\n${who}${place}${agreed}${elsewhere(words, others)}`,
    replace: opened.replace,
    newText: words,
    filterText: matched(opened.typed, words),
  };
}

/** What others print that begin as these words do. */
function elsewhere(words: string, others: readonly Found[]): string {
  const lines = others.slice(0, mostOthers).map(other => {
    const [, differs] = differing(words, other.words);
    const name = escapeMarkdown(articleName(other.article));
    return `\n\n${say('Elsewhere: “{0}” ({1})', escapeMarkdown(clip(differs, 200)), name)}`;
  });
  return lines.join('');
}

/**
 * What is typed, as it is typed, and how the source goes on, as keyboards have it: an editor knows no folding, and
 * would drop what fits but for an apostrophe, an accent or the place in the quotation.
 */
function matched(typed: string, words: string): string {
  const rest = typed.trim() === '' ? words : (restAfter(typed, words) ?? ` ${words}`);
  return typed + rest.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');
}
