import type { JsonNode } from './json.ts';
import { readJson } from './json.ts';
import type { Span } from './span.ts';

/** What takes the place of a stretch of a JSON text. */
interface JsonEdit extends Span {
  readonly newText: string;
}

/**
 * Adds an item at the end of a list of the outermost object, and the list where there is none; all else stays as it is, and
 * what is added is laid out as what stands beside it. Undefined where the text is no JSON object, or the key no list.
 */
export function listEntry(text: string, key: string, item: string): JsonEdit | undefined {
  const { value, error } = readJson(text);
  if (error !== undefined || value?.kind !== 'object') {
    return undefined;
  }
  const list = value.members.findLast(it => it.key === key)?.value;
  if (list !== undefined) {
    return list.kind === 'array' ? added(text, list, list.items, item) : undefined;
  }
  const spans = value.members.map(it => ({ start: it.start, end: it.value.end }));
  const line = lineBreak(text);
  const inner = indentation(text, spans.at(-1)?.start ?? value.start) ?? '';
  const isLaidOut = spans.length === 0 || text.slice(value.start, value.end).includes('\n');
  const indent = spans.length === 0 ? '  ' : inner;
  const step = spans.length === 0 ? '  ' : inner.slice((indentation(text, value.start) ?? '').length);
  const member = isLaidOut
    ? `${JSON.stringify(key)}: [${line}${indent}${step}${item}${line}${indent}]`
    : `${JSON.stringify(key)}: [${item}]`;
  return spans.length === 0
    ? { start: value.start, end: value.end, newText: `{${line}${indent}${member}${line}}` }
    : added(text, value, spans, member);
}

/** Puts something behind the last of what a bracket holds, on a line of its own where that has one. */
function added(text: string, bracket: JsonNode, held: readonly Span[], item: string): JsonEdit {
  const last = held.at(-1);
  if (last === undefined) {
    return { start: bracket.start, end: bracket.end, newText: `[${item}]` };
  }
  const indent = indentation(text, last.start);
  const between = indent === undefined ? ' ' : lineBreak(text) + indent;
  return { start: last.end, end: last.end, newText: `,${between}${item}` };
}

/** The white space before a place, where nothing else stands before it in its line. */
function indentation(text: string, offset: number): string | undefined {
  return /(?:^|\n)([ \t]*)$/.exec(text.slice(0, offset))?.[1];
}

function lineBreak(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
