import { verdictName } from '../features/wording.ts';
import type { QuotationRecord, SourceRecord } from './record.ts';

/** `Harbour Times, 2024-05-03, ¶4 (articles/a.txt:12)`. */
export function sourceName(source: SourceRecord): string {
  const name = source.outlet ?? source.title ?? source.key;
  const parts = [name, ...(source.date === undefined ? [] : [source.date]), `¶${source.paragraph}`];
  return `${parts.join(', ')} (${source.path}:${source.line})`;
}

/** `Not found`. */
export function verdictTitle({ verdict }: QuotationRecord): string {
  const name = verdictName(verdict);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whom the draft gives a quotation to, and whether the source agrees. */
export function speakerLine({ speaker, speakerMatch, sources }: QuotationRecord): string {
  const named = sources.find(it => it.speaker !== undefined)?.speaker;
  const inDraft = speaker ?? 'nobody by name';
  switch (speakerMatch) {
    case 'same':
      return `${inDraft}, as in the source`;
    case 'different':
      return `${inDraft}; the source has ${named ?? 'somebody else'}`;
    case 'unnamed':
      return `${inDraft}; draft or source does not name the speaker`;
    case 'unknown':
      return sources.length === 0 || named === undefined ? inDraft : `${inDraft}; the source has ${named}`;
  }
}

/** How a quotation's entry calls the words that the draft leaves out. */
export function cutTitle({ verdict }: QuotationRecord): string {
  return verdict === 'clipped' ? 'Cut off' : 'Left out';
}
