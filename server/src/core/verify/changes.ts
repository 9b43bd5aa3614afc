import type { Draft } from '../draft/draft.ts';
import type { Mention } from '../parse/reading.ts';
import { overlapping, type Span } from '../text/span.ts';
import type { Alignment } from './align.ts';
import { classify, isFiller, isNumber } from './classify.ts';
import type { ChangedWord } from './classify.ts';
import type { Block } from './compare.ts';
import { visible } from './drafted.ts';
import { startsSentence } from './sentence-edges.ts';
import type { Change, ChangeClass } from './verdict.ts';

/** The change that a block is. */
export function changeOf(draft: Draft, alignment: Alignment, block: Block): Change {
  return new BlockChange(draft, alignment, block);
}

/** A change as it is told: a plain object. */
export function toldChange({ kind, class: own, draft, source, draftSpan, sourceSpan }: Change): Change {
  return { kind, class: own, draft, source, draftSpan, sourceSpan };
}

/** Most changes are only weighed, in readings that others are nearer than: their class is found when it is asked for. */
class BlockChange implements Change {
  readonly kind: Change['kind'];
  readonly draft: string;
  readonly source: string;
  readonly draftSpan: Span;
  readonly sourceSpan: Span;
  readonly #classify: () => ChangeClass;
  #class: ChangeClass | undefined;

  constructor(draft: Draft, alignment: Alignment, block: Block) {
    const { drafted, source, view } = alignment;
    const isDropped = block.draft === block.draftEnd;
    this.kind = isDropped ? 'dropped' : block.view === block.viewEnd ? 'inserted' : 'replaced';
    this.draftSpan = withBrackets(drafted.text, draftSpanOf(alignment, block.draft, block.draftEnd));
    this.sourceSpan = withBrackets(source.article.text, sourceSpanOf(alignment, block.view, block.viewEnd));
    this.draft = visible(drafted.text, this.draftSpan.start, this.draftSpan.end, drafted.hidden);
    const hidden = source.article.blocks[source.block[view[block.view] ?? -1] ?? -1]?.hidden ?? [];
    const inSource = overlapping(hidden, it => it, this.sourceSpan);
    this.source = visible(source.article.text, this.sourceSpan.start, this.sourceSpan.end, inSource);
    this.#classify = () => classOfBlock(draft, alignment, block);
  }

  get class(): ChangeClass {
    this.#class ??= this.#classify();
    return this.#class;
  }
}

function classOfBlock(draft: Draft, alignment: Alignment, block: Block): ChangeClass {
  const put: ChangedWord[] = [];
  for (let word = block.draft; word < block.draftEnd; word++) {
    put.push(changedInDraft(draft, alignment, word));
  }
  const taken: ChangedWord[] = [];
  for (let place = block.view; place < block.viewEnd; place++) {
    taken.push(changedInSource(alignment, place));
  }
  const isFilling = put.length === 0 && isFiller(taken.map(it => it.raw).join(' '));
  return isFilling ? 'wording' : classify(put, taken);
}

/** The span of drafted words; for none, the empty place behind the word before. */
function draftSpanOf({ drafted }: Alignment, word: number, end: number): Span {
  if (end > word) {
    return {
      start: drafted.starts[word] ?? drafted.span.start,
      end: drafted.ends[end - 1] ?? drafted.span.end,
    };
  }
  const place = word === 0 ? drafted.span.start : (drafted.ends[word - 1] ?? drafted.span.start);
  return { start: place, end: place };
}

/** The span of words of a view; for none, the empty place behind the word before. */
function sourceSpanOf({ source, view }: Alignment, place: number, end: number): Span {
  if (end > place) {
    return { start: source.starts[view[place] ?? -1] ?? 0, end: source.ends[view[end - 1] ?? -1] ?? 0 };
  }
  const before = view[place - 1];
  const at = before === undefined ? (source.starts[view[place] ?? -1] ?? 0) : (source.ends[before] ?? 0);
  return { start: at, end: at };
}

/** A span with the brackets around it, or with the one that it cuts off. */
function withBrackets(text: string, span: Span): Span {
  if (span.start === span.end) {
    return span;
  }
  const opens = text[span.start - 1] === '[' || text[span.start - 1] === '(';
  const closes = text[span.end] === ']' || text[span.end] === ')';
  const inside = text.slice(span.start, span.end);
  const needsOpen = opens && (closes || inside.includes(']') || inside.includes(')'));
  const needsClose = closes && (opens || inside.includes('[') || inside.includes('('));
  return { start: span.start - (needsOpen ? 1 : 0), end: span.end + (needsClose ? 1 : 0) };
}

/** A drafted word as the classes of change see it. */
export function changedInDraft(draft: Draft, { drafted }: Alignment, word: number): ChangedWord {
  const start = drafted.starts[word] ?? 0;
  const end = drafted.ends[word] ?? 0;
  const before = word === 0 ? '' : drafted.text.slice(drafted.ends[word - 1] ?? 0, start);
  return {
    key: drafted.key(word),
    raw: drafted.text.slice(start, end),
    opens: word === 0 || /[.!?…:]\s|["“‘]$/.test(before),
    named: isNamed(draft.mentions, start, end),
    afterNumber: word > 0 && isNumber(drafted.key(word - 1)),
  };
}

/** A word of the source as the classes of change see it. */
export function changedInSource({ source, view }: Alignment, place: number): ChangedWord {
  const index = view[place] ?? -1;
  const start = source.starts[index] ?? 0;
  const end = source.ends[index] ?? 0;
  return {
    key: source.key(index),
    raw: source.article.text.slice(start, end),
    opens: startsSentence(source, view, place),
    named: isNamed(source.article.mentions, start, end),
    afterNumber: place > 0 && isNumber(source.key(view[place - 1] ?? -1)),
  };
}

function isNamed(mentions: readonly Mention[], start: number, end: number): boolean {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle]?.end ?? 0) <= start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const mention = mentions[low];
  return mention !== undefined && mention.start < end && mention.end > start;
}
