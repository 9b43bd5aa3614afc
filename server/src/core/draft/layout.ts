import { findParagraphs } from '../parse/layout-paragraphs.ts';
import { renderReferences } from '../parse/character-references.ts';
import type { CitationMark } from '../parse/layout-brackets.ts';
import { scanPlain } from '../parse/layout-plain.ts';
import type { RawBlock } from '../parse/layout-block.ts';
import { layoutMarkdown } from '../parse/layout-markdown.ts';
import type { Block } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';
import type { Citation, Draft, Ignore } from './draft.ts';
import { readIgnores } from './ignores.ts';

/** A draft's blocks, and what its writer says to Stet in it. */
export interface DraftLayout {
  /** The text as it is read, as long as what is written. */
  readonly text: string;
  readonly references: Draft['references'];
  readonly blocks: readonly Block[];
  readonly citations: readonly Citation[];
  readonly ignores: readonly Ignore[];
  readonly marks: Draft['marks'];
}

/** Tells prose from markup in a draft. Nothing a writer has typed is ever taken for page furniture. */
export function layoutDraft(text: string, language: 'markdown' | 'plaintext'): DraftLayout {
  const {
    blocks: raw,
    comments,
    citations,
  } = language === 'markdown' ? layoutMarkdown(text) : layoutText(text);
  let titled = false;
  const read = language === 'markdown' ? renderReferences(text, raw) : { text, references: [] };
  const blocks = raw.map((it, index): Block => {
    const title = it.kind === 'heading' && !titled && index < 3;
    titled ||= it.kind === 'heading' || it.kind === 'paragraph';
    return {
      start: it.start,
      end: it.end,
      kind: title ? 'title' : it.kind,
      paragraph: index + 1,
      hidden: it.hidden,
    };
  });
  const marks = marksOf(read.text, blocks);
  return { ...read, blocks, citations, ignores: readIgnores(text, comments), marks };
}

function layoutText(text: string): {
  readonly blocks: readonly RawBlock[];
  readonly comments: readonly Span[];
  readonly citations: readonly CitationMark[];
} {
  const blocks: RawBlock[] = [];
  const comments: Span[] = [];
  const citations: CitationMark[] = [];
  const paragraphs = findParagraphs(text);
  for (let index = 0; index < paragraphs.length; index++) {
    const span = paragraphs[index];
    if (span === undefined) continue;
    const inline = scanPlain(text, span.start, span.end);
    for (const it of inline.comments) comments.push(it);
    for (const it of inline.citations) citations.push(it);
    if (
      inline.hidden.length === 1 &&
      inline.hidden[0]?.start === span.start &&
      inline.hidden[0].end === span.end
    )
      continue;
    const headline = index === 0 && paragraphs.length > 1 && isHeadline(text.slice(span.start, span.end));
    const kind = headline ? 'heading' : 'paragraph';
    blocks.push({ start: span.start, end: span.end, kind, hidden: inline.hidden });
  }
  return { blocks, comments, citations };
}

/** A first line without a full stop, and without a quotation that somebody is said to have said, heads the draft. */
function isHeadline(line: string): boolean {
  return line.length <= 120 && !line.includes('\n') && !/[.:;,…]["”’']?$/.test(line) && !/["“”]/.test(line);
}

/** Straight or curly: what most of the draft's double marks are; without any, what its apostrophes are. */
function marksOf(text: string, blocks: readonly Block[]): Draft['marks'] {
  let curly = 0;
  let straight = 0;
  let apostrophes = 0;
  for (const block of blocks) {
    if (block.kind === 'code') continue;
    for (let at = block.start; at < block.end; at++) {
      const code = text.charCodeAt(at);
      if (code === 34) straight++;
      else if (code === 0x201c || code === 0x201d) curly++;
      else if (code === 39) apostrophes++;
      else if (code === 0x2019) apostrophes--;
    }
  }
  if (curly !== straight) return curly > straight ? 'curly' : 'straight';
  return apostrophes > 0 ? 'straight' : 'curly';
}
