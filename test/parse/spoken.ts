import { attribute } from '../../server/src/core/parse/attribution.ts';
import { resolveEntities } from '../../server/src/core/parse/entities.ts';
import type { QuotationSpan } from '../../server/src/core/parse/marks.ts';
import type { NameSpan } from '../../server/src/core/parse/names/find.ts';
import type {
  Block,
  BlockKind,
  Entity,
  Mention,
  NameKind,
  Quotation,
  Utterance,
} from '../../server/src/core/parse/reading.ts';

/** What the readers of people and speech make of a marked-up text. */
export interface Spoken {
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
  readonly utterances: readonly Utterance[];
}

const KINDS: Readonly<Record<string, NameKind>> = { '*': 'person', '+': 'organisation', '~': 'place' };

/**
 * Reads a text in which names are marked: `*Ana Lane*` people, `+Harbor Trust+` organisations, `~Holt~` places. Blocks stand
 * apart by an empty line; `# ` begins a headline, `> ` a block quote, `: ` a transcript line, `^ ` a caption.
 */
export function spoken(marked: string): Spoken {
  const blocks: Block[] = [];
  const names: NameSpan[] = [];
  const quotations: QuotationSpan[] = [];
  let text = '';
  for (const part of marked.split('\n\n')) {
    const kind = blockKind(part);
    const start = text.length + (text === '' ? 0 : 2);
    text += `${text === '' ? '' : '\n\n'}${addNames(kind === 'paragraph' ? part : part.slice(2), start, blocks.length, names)}`;
    blocks.push({ start, end: text.length, kind, paragraph: blocks.length + 1, hidden: [] });
    const colon = kind === 'transcript' ? text.indexOf(': ', start) + 2 : start;
    if (kind === 'transcript' || kind === 'blockquote') {
      const span = { start: colon, end: text.length };
      quotations.push({
        ...span,
        outer: span,
        mark: 'none',
        closed: true,
        block: blocks.length - 1,
        nested: [],
      });
    } else {
      addQuotations(text, start, blocks.length - 1, quotations);
    }
  }
  const { entities, mentions } = resolveEntities(text, blocks, names);
  return { text, entities, mentions, ...attribute(text, blocks, quotations, { entities, mentions }) };
}

function blockKind(part: string): BlockKind {
  const kinds: Readonly<Record<string, BlockKind>> = {
    '# ': 'title',
    '> ': 'blockquote',
    ': ': 'transcript',
    '^ ': 'caption',
  };
  return kinds[part.slice(0, 2)] ?? 'paragraph';
}

function addNames(part: string, start: number, block: number, names: NameSpan[]): string {
  let plain = '';
  let from = 0;
  for (const match of part.matchAll(/([*+~])([^*+~]+)\1/g)) {
    plain += part.slice(from, match.index);
    const at = start + plain.length;
    const name = match[2] ?? '';
    names.push({ start: at, end: at + name.length, kind: KINDS[match[1] ?? ''] ?? 'person', block });
    plain += name;
    from = match.index + match[0].length;
  }
  return plain + part.slice(from);
}

/** Curly double marks, single ones inside left alone; a mark that never closes runs to the end of its block. */
function addQuotations(text: string, start: number, block: number, quotations: QuotationSpan[]): void {
  for (let open = text.indexOf('“', start); open >= 0; open = text.indexOf('“', open + 1)) {
    const close = text.indexOf('”', open);
    const end = close < 0 ? text.length : close;
    const outer = { start: open, end: close < 0 ? end : close + 1 };
    quotations.push({ start: open + 1, end, outer, mark: 'double', closed: close >= 0, block, nested: [] });
    open = end;
  }
}

/** One line a quotation: `0 direct Ana Lane <Lane> said`, its utterance first; `?` for a speaker who is not known. */
export function drawQuotations({ text, quotations }: Spoken): readonly string[] {
  return quotations.map(({ utterance, kind, speaker, cue, hypothetical }) => {
    const printed = speaker && text.slice(speaker.start, speaker.end);
    const who = speaker
      ? `${speaker.entity === undefined ? '?' : speaker.name} <${printed}${speaker.kind === 'name' ? '' : `, ${speaker.kind}`}>`
      : '-';
    return [String(utterance), kind, who, cue && text.slice(cue.start, cue.end), hypothetical && '(imagined)']
      .filter(Boolean)
      .join(' ');
  });
}
