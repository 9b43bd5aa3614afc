import type { Severity } from '../project.ts';
import { say } from '../text/say.ts';
import type { Standing } from '../features/standing.ts';
import type { QuotationRecord, SourceRecord } from './record.ts';

/** `Harbour Times, 2024-05-03, ¶4 (articles/a.txt:12)`. */
export function sourceName(source: SourceRecord): string {
  const name = source.outlet ?? source.title ?? source.key;
  const parts = [name, ...(source.date === undefined ? [] : [source.date]), `¶${source.paragraph}`];
  return `${parts.join(', ')} (${source.path}:${source.line})`;
}

/** The verdict in a word or two: `not found`. */
export function verdictName(standing: Standing): string {
  switch (standing) {
    case 'unclosed':
      return say('not closed');
    case 'skipped':
      return say('skipped');
    case 'not-found':
      return say('not found');
    case 'stitched':
      return say('stitched');
    case 'clipped':
      return say('clipped');
    case 'altered':
      return say('altered');
    case 'not-speech':
      return say('not speech');
    case 'nested':
      return say('nested');
    case 'misattributed':
      return say('misattributed');
    case 'omission':
      return say('omission');
    case 'variants':
      return say('variants');
    case 'verified':
      return say('verified');
  }
}

/** How a finding is headed. */
export function severityTitle(severity: Severity): string {
  switch (severity) {
    case 'error':
      return say('Error');
    case 'warning':
      return say('Warning');
    case 'information':
      return say('Information');
    case 'hint':
      return say('Hint');
  }
}

/** How a source is headed. */
export function sourceTitle({ verdict }: QuotationRecord): string {
  return verdict === 'not-found' ? say('Nearest') : say('Source');
}

/** Whom the draft gives a quotation to, and whether the source agrees. */
export function speakerLine({ speaker, speakerMatch, sources }: QuotationRecord): string {
  const named = sources.find(it => it.speaker !== undefined)?.speaker;
  const inDraft = speaker ?? say('nobody by name');
  switch (speakerMatch) {
    case 'same':
      return say('{0}, as in the source', inDraft);
    case 'different':
      return named === undefined
        ? say('{0}; the source has somebody else', inDraft)
        : say('{0}; the source has {1}', inDraft, named);
    case 'unnamed':
      return say('{0}; draft or source does not name the speaker', inDraft);
    case 'unknown':
      return named === undefined ? inDraft : say('{0}; the source has {1}', inDraft, named);
  }
}

/** How a quotation's entry calls the words that the draft leaves out. */
export function cutTitle({ verdict }: QuotationRecord): string {
  return verdict === 'clipped' ? say('Cut off') : say('Left out');
}
