import type { Span } from '../text/span.ts';
import { classesOf, DETERMINER, PRONOUN, SAY } from './cues.ts';
import { signedPost } from './layout-speech.ts';
import { labelOf } from './layout-transcript.ts';
import { nothing, readMarks, trim } from './marks-block.ts';
import { scanMarks } from './marks-scan.ts';
import { Beside, besideOf, Facing, Family, familyOf, type MarkToken } from './marks-token.ts';
import type { Block, BlockKind, Quotation } from './reading.ts';

/** A quotation as its marks show it, before anybody asks who speaks. */
export type QuotationSpan = Pick<
  Quotation,
  'start' | 'end' | 'outer' | 'mark' | 'closed' | 'block' | 'nested'
>;

/** The quotations of a text, and the opening marks that never close. */
export interface MarkedText {
  readonly quotations: readonly QuotationSpan[];
  readonly unbalanced: readonly Span[];
}

/** Blocks in which marks are no quotation marks, or give none. */
const silent: ReadonlySet<BlockKind> = new Set(['byline', 'dateline', 'caption', 'boilerplate', 'code']);

/** A block is read in stretches of this length, so that a text without line breaks costs no more than its length. */
const longestStretch = 200_000;

/**
 * Finds what stands between quotation marks. Each pair of marks is one entry, and so is each paragraph of a running
 * quotation; a transcript line, or a block quote without marks, is one entry as a whole. A paragraph is read by its own
 * marks: of the others, only whether the next one opens with a mark plays a part.
 */
export function findQuotations(text: string, blocks: readonly Block[]): MarkedText {
  const quotations: QuotationSpan[] = [];
  const unbalanced: Span[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || silent.has(block.kind)) continue;
    if (block.kind === 'transcript' && !isAnswered(text, block)) {
      readTranscript(text, block, index, quotations);
    } else if (block.kind === 'blockquote') {
      const marked = readProse(text, blocks, index);
      const isMarked =
        marked.quotations.some(it => it.mark !== 'single' || it.outer.start === block.start) ||
        isLedIn(text, blocks, index, marked.quotations);
      if (isMarked) push(marked, quotations, unbalanced);
      else readBlockQuote(text, block, index, quotations);
    } else {
      push(readProse(text, blocks, index), quotations, unbalanced);
    }
  }
  return { quotations, unbalanced };
}

function push(marked: MarkedText, quotations: QuotationSpan[], unbalanced: Span[]): void {
  for (const it of marked.quotations) quotations.push(it);
  for (const it of marked.unbalanced) unbalanced.push(it);
}

/** `Q. Who owns it? A. “I do.” He smiled.`: a question in whose line the answer stands in marks. */
function isAnswered(text: string, { start, end }: Block): boolean {
  const mayBe = text.startsWith('Q.', start) || text.startsWith('Q:', start);
  return mayBe && /[?.!] A[.:] ["“‘]/.test(text.slice(start, Math.min(end, start + 600)));
}

function readTranscript(text: string, block: Block, index: number, quotations: QuotationSpan[]): void {
  const label = labelOf(text.slice(block.start, Math.min(block.end, block.start + 200)));
  const span = trim(text, block.start + (label?.words ?? 0), block.end);
  if (span === undefined) return;
  quotations.push(withoutMarks(text, block, index, span));
}

const signature = /[\r\n][ \t>]*(?:[–—―-]{1,3}|~)\s*(?=[\p{Lu}*_[])[^\r\n]{2,120}$/u;

/** `Ana Ortiz, mayor` on a line of its own behind the end of a sentence, without a dash. */
const nameLine =
  /(?<=[.?!…”"’'][*_]{0,3})(?:\\|[ \t]{1,9}|<br>)?(?:\r\n|\r|\n)[ \t>]*[*_]{0,3}\p{Lu}[\p{L}’'.-]{1,30}(?:[ \t]\p{Lu}[\p{L}’'.-]{0,30}){1,3}[*_]{0,3}(?:,[ \t][^\r\n.?!]{2,80})?[*_]{0,3}$/u;

/** `— Ana Ortiz`, emphasised or not, as a paragraph of its own. */
const signatureAlone = /^[*_]{0,3}(?:[–—―]|--)\s*[*_]{0,3}\p{Lu}/u;

/** What a post shows of pictures and pages is none of its words. */
const linksAtEnd = /(?:\s*(?:https?:\/\/|pic\.twitter\.com\/)\S+)+$/u;

function readBlockQuote(text: string, block: Block, index: number, quotations: QuotationSpan[]): void {
  const words = text.slice(block.start, block.end);
  const isSignature = signatureAlone.test(words) || text.endsWith('<cite>', block.start);
  if (isSignature && words.length < 120) return;
  // `— Ana Ortiz, mayor` on the last line says whose words they are.
  const signed = [signature, nameLine, signedPost]
    .map(it => it.exec(words.slice(-200)))
    .find(it => it !== null);
  const end = signed === undefined ? block.end : Math.max(block.start, block.end - 200) + signed.index;
  const links = linksAtEnd.exec(text.slice(Math.max(block.start, end - 200), end))?.[0].length ?? 0;
  // The address of a link goes with its text.
  const isCut = block.hidden.some(it => it.start < end - links && end - links < it.end);
  const span = trim(text, block.start, isCut ? end : end - links);
  if (span === undefined) return;
  quotations.push(withoutMarks(text, block, index, span));
}

/**
 * `> Berg said: ‘We stay.’`: the words of somebody who is named. Behind a pronoun (`> She told me: ‘Go home.’`) the whole may be
 * what somebody tells; and behind `The minister said:`, where it goes on after the marks, speaks of itself or is signed.
 */
function isLedIn(
  text: string,
  blocks: readonly Block[],
  index: number,
  quotations: readonly QuotationSpan[],
): boolean {
  const [block, next] = [blocks[index], blocks[index + 1]];
  const [first, last] = [quotations[0], quotations.at(-1)];
  if (block === undefined || first === undefined || last === undefined) return false;
  const before = text.slice(block.start, Math.min(first.outer.start, block.start + longestLead));
  const [, lead = ''] = leadIn.exec(before) ?? [];
  const words = lead.split(/[^\p{L}’'-]+/u).filter(it => it !== '');
  const opening = classesOf(words[0] ?? '');
  if ((opening & PRONOUN) !== 0 || !words.some(it => (classesOf(it) & SAY) !== 0)) return false;
  if ((opening & DETERMINER) === 0) return true;
  const isSigned = next !== undefined && signatureAlone.test(text.slice(next.start, next.start + 40));
  const endsIt = /^[\s.,;*_]*$/.test(text.slice(last.outer.end, block.end));
  return endsIt && !isSigned && !words.some(it => firstPerson.test(it));
}

const firstPerson = /^(?:I|me|my|us|our|we)$/iu;

const longestLead = 100;
const leadIn = /^(\p{Lu}[^‘’“”".?!:]+)[:,]\s*$/u;

/** Speech that has no marks of its own, with the quotations inside it. */
function withoutMarks(text: string, block: Block, index: number, { start, end }: Span): QuotationSpan {
  const inside = readMarks(text, { ...block, start, end }, -1, '').quotations;
  return {
    start,
    end,
    outer: { start, end },
    mark: 'none',
    closed: true,
    block: index,
    nested: inside.map(it => ({ start: it.start, end: it.end })),
  };
}

function readProse(text: string, blocks: readonly Block[], index: number): MarkedText {
  const block = blocks[index];
  if (block === undefined) return nothing;
  const next = nextProse(blocks, index);
  const opening = next === undefined || block.kind === 'title' ? -1 : openingFamily(text, next);
  const nextText =
    opening < 0 || next === undefined ? '' : text.slice(next.start, Math.min(next.end, next.start + 4000));
  if (block.end - block.start <= longestStretch) return readMarks(text, block, opening, nextText, index);
  const quotations: QuotationSpan[] = [];
  const unbalanced: Span[] = [];
  for (let start = block.start; start < block.end;) {
    let end = Math.min(block.end, start + longestStretch);
    if (end < block.end) {
      const space = text.lastIndexOf(' ', end);
      if (space > start + longestStretch / 2) end = space;
    }
    const hidden = block.hidden.filter(it => it.end > start && it.start < end);
    const last = end === block.end;
    push(
      readMarks(text, { ...block, start, end, hidden }, last ? opening : -1, last ? nextText : '', index),
      quotations,
      unbalanced,
    );
    start = end;
  }
  return { quotations, unbalanced };
}

/** The next block of the running text: what stands between, such as a photograph or a table, does not break a quotation off. */
function nextProse(blocks: readonly Block[], index: number): Block | undefined {
  const kind = blocks[index]?.kind;
  if (kind === 'cell') return undefined;
  let cells = 0;
  for (let next = index + 1; next < blocks.length && next < index + cells + 12; next++) {
    const block = blocks[next];
    if (block?.kind === 'cell') cells++;
    if (block === undefined || block.kind === 'cell' || silent.has(block.kind)) continue;
    return block.kind === kind ? block : undefined;
  }
  return undefined;
}

/** The family of the opening mark that a block begins with; −1 if it begins with a word. */
function openingFamily(text: string, block: Block): number {
  const code = text.charCodeAt(block.start);
  if (block.hidden.length === 0 && code > 32 && familyOf(code) < 0) return -1;
  const { start, kind, paragraph, hidden } = block;
  const head: Block = { start, end: Math.min(block.end, start + 24), kind, paragraph, hidden };
  const { doubles, singles } = scanMarks(text, head);
  const first = doubles[0];
  const single = singles[0];
  const atStart = (it: MarkToken | undefined): boolean =>
    it !== undefined && it.before === 0 && besideOf(it.after) > Beside.space;
  if (first !== undefined && atStart(first)) return first.family;
  return single !== undefined && atStart(single) && single.facing !== Facing.closing ? Family.single : -1;
}
