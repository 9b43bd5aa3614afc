import type { Action, Edit } from '../../server/src/core/features/actions.ts';
import type { Completion } from '../../server/src/core/features/completion.ts';
import type { Reading } from '../../server/src/core/parse/reading.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import type { Verification } from '../../server/src/core/verify/verdict.ts';

/** What any front end says of a stretch of a draft: enough to draw it. */
export interface DrawnFinding extends Span {
  readonly code: string;
  readonly class?: string | undefined;
  readonly severity: string;
  readonly message: string;
}

/** A text with what is said of it under its lines. */
export function drawDiagnostics(text: string, findings: readonly DrawnFinding[]): string {
  return drawNotes(
    text,
    findings.map(({ start, end, code, class: kind, severity, message }) => {
      return { start, end, note: `${code}${kind === undefined ? '' : `.${kind}`} (${severity}): ${message}` };
    }),
  );
}

/** A text with notes under its lines: carets below the stretch, the note beside the last of them. */
function drawNotes(text: string, notes: readonly (Span & { readonly note: string })[]): string {
  const sorted = [...notes].sort(
    (one, other) => one.start - other.start || one.end - other.end || one.note.localeCompare(other.note),
  );
  const lines: string[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    lines.push(line);
    const end = at + line.length;
    for (const note of sorted) {
      const isHere =
        note.start === note.end ? at <= note.start && note.start <= end : note.start < end && at < note.end;
      if (isHere || (note.start === end && note.end === end + 1)) {
        const from = Math.max(note.start, at) - at;
        const to = Math.min(note.end, end) - at;
        const carets = '^'.repeat(Math.max(1, to - from));
        lines.push(`${' '.repeat(from)}${carets}${note.end <= end + 1 ? ` ${note.note}` : ''}`);
      }
    }
    at = end + 1;
  }
  return lines.join('\n');
}

/** One line a quotation, with what differs below it. */
export function drawVerdicts(draft: Reading, verifications: readonly Verification[]): string {
  return verifications
    .flatMap(({ verdict, givenTo, span, differences, changes, holds }) => {
      const others = holds.filter(it => it !== verdict && it !== 'verified');
      const words = draft.text.slice(span.start, span.end).replace(/\s+/g, ' ');
      const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
      return [
        `${[verdict, ...others].join(' + ')}  ${givenTo.match}  “${shown}”`,
        ...(differences.length > 0 ? [`  differs in ${[...differences].sort().join(', ')}`] : []),
        ...changes.map(change => {
          const draftWords = change.draft === '' ? '' : ` “${change.draft}”`;
          const sourceWords = change.source === '' ? '' : ` “${change.source}”`;
          const arrow = change.kind === 'replaced' ? ' for' : '';
          return `  ${change.class} ${change.kind}${draftWords}${arrow}${sourceWords}`;
        }),
      ];
    })
    .map(line => `${line}\n`)
    .join('');
}

/** What is read in an article: names with their kind, quotations with speaker, cues. */
export function drawReading(reading: Reading): string {
  const names = reading.mentions.map(({ start, end, kind, entity }) => ({
    start,
    end,
    note: `${kind} ${reading.entities[entity]?.name ?? '?'}`,
  }));
  const quotations = reading.quotations.flatMap(({ start, end, kind, speaker, cue, closed, utterance }) => {
    const by = speaker === undefined ? 'nobody' : speaker.name;
    const open = closed ? '' : ', not closed';
    const spoken = { start, end, note: `quotation ${utterance + 1}, ${kind}, by ${by}${open}` };
    return cue === undefined ? [spoken] : [spoken, { ...cue, note: 'cue' }];
  });
  const unbalanced = reading.unbalanced.map(({ start, end }) => ({ start, end, note: 'unbalanced' }));
  return drawNotes(reading.text, [...names, ...quotations, ...unbalanced]);
}

/** Actions, each with the lines of the draft that it changes, as they are after it. */
export function drawActions(text: string, actions: readonly Action[]): string {
  return actions
    .map(({ title, kind, preferred, edits, placeholder }) => {
      const type = `${preferred ? 'preferred ' : ''}${kind}`;
      const over = placeholder && edits[0]?.newText.slice(placeholder.start, placeholder.end);
      const typed = over === undefined ? '' : ` (to type over: ${over})`;
      return `${type}: ${title}${typed}\n${changedLines(text, applyEdits(text, edits))}`;
    })
    .join('');
}

/** Completions, each with the line of the draft as it is after it. */
export function drawCompletions(text: string, completions: readonly Completion[]): string {
  return completions
    .map(({ kind, label, detail, replace, newText }) => {
      const after = changedLines(text, applyEdits(text, [{ ...replace, newText }]));
      return `${kind}: ${label}${detail === '' ? '' : ` (${detail})`}\n${after}`;
    })
    .join('');
}

/** A text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((one, other) => one.start - other.start || one.end - other.end)) {
    if (edit.start < at) {
      throw new Error(`Edits overlap at ${edit.start}`);
    }
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The lines of the second text that are not the same as those of the first. */
function changedLines(before: string, after: string): string {
  const olds = before.split('\n');
  const news = after.split('\n');
  let start = 0;
  while (start < olds.length && start < news.length && olds[start] === news[start]) {
    start++;
  }
  let end = 0;
  while (
    end < olds.length - start &&
    end < news.length - start &&
    olds[olds.length - 1 - end] === news[news.length - 1 - end]
  ) {
    end++;
  }
  return news
    .slice(start, news.length - end)
    .map(line => `  ${line}`.trimEnd() + '\n')
    .join('');
}
