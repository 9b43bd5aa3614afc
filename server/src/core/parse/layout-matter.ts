import { lineEnd } from '../text/lines.ts';
import { afterLine } from './layout-line.ts';

/** Where the front matter ends, after its last line; 0 if there is none. */
export function frontMatterEnd(text: string): number {
  const fenced = /^(?:---|\+\+\+)[ \t]*\r?\n/.exec(text.slice(0, 80));
  if (fenced === null) return 0;
  const marker = text.slice(0, 3);
  for (let at = fenced[0].length; at < text.length && at < 65536;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trimEnd();
    if (line === marker || (marker === '---' && line === '...')) return afterLine(text, end);
    // A thematic break above prose opens no front matter: what follows must look like fields.
    if (at === fenced[0].length && !/^(?:[\w"'-][\w "'-]*\s*[:=]|#)/.test(line)) return 0;
    at = afterLine(text, end);
  }
  return 0;
}

/** The simple fields of a front matter, by lower-case name, quotes taken off. */
export function readFrontMatter(matter: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of matter.split(/\r?\n/)) {
    const found = /^["']?([\w-]+)["']?\s*[:=]\s*(\S.*?)\s*$/.exec(line);
    if (found?.[1] === undefined || found[2] === undefined) continue;
    const quoted = /^(["'])(.*)\1$/.exec(found[2]);
    const list = /^\[(.*)\]$/.exec(found[2]);
    const value = quoted?.[2] ?? (list?.[1] ?? found[2]).replace(/["']/g, list === null ? '$&' : '');
    if (!fields.has(found[1].toLowerCase())) fields.set(found[1].toLowerCase(), value);
  }
  return fields;
}
