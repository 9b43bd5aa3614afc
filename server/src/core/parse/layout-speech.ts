import type { Candidate } from './layout-candidate.ts';
import { isPersonal, isSpeech } from './layout-transcript.ts';

/** Marks the lines `NAME: …` that are speech, and in a whole transcript the paragraphs that go on with it. */
export function markSpeech(text: string, all: readonly Candidate[]): void {
  const labels = new Map<string, number>();
  let count = 0;
  for (const it of all) {
    if (it.kind !== undefined || it.label === undefined) continue;
    if (isPost(it)) {
      it.kind = 'transcript';
      continue;
    }
    if (it.label.label.startsWith('@')) continue;
    labels.set(it.label.label, (labels.get(it.label.label) ?? 0) + 1);
    count++;
  }
  if (count === 0) return;
  const flowing = all.filter(it => it.kind === undefined).length;
  const elsewhere = new Map<string, boolean>();
  let body = false;
  let speech = 0;
  let prose = 0;
  let last = -1;
  for (let index = 0; index < all.length; index++) {
    const it = all[index];
    if (it?.kind !== undefined || it === undefined) continue;
    prose++;
    const label = it.label;
    if (
      label !== undefined &&
      !label.label.startsWith('@') &&
      !/^["“«„‘']/.test(text.slice(it.start + label.words, it.start + label.words + 1))
    ) {
      let named = elsewhere.get(label.label);
      if (named === undefined) {
        named = elsewhere.size < 64 && isNamedElsewhere(text, label.label);
        elsewhere.set(label.label, named);
      }
      const evidence = {
        sameLabel: labels.get(label.label) ?? 1,
        labels: count,
        share: count / flowing,
        namedElsewhere: named,
        opensBody: !body,
        headsText: prose === 1 && all[index + 1]?.label === undefined,
      };
      if (isSpeech(label, text.slice(it.start, it.end), evidence)) {
        it.kind = 'transcript';
        speech++;
        last = index;
      }
    }
    body ||= it.features.stopped && it.features.words > 8;
  }
  if (speech < 4 || speech * 5 < prose * 2) return;
  let talking = false;
  for (const it of all.slice(0, last)) {
    if (it.kind === 'transcript') talking = true;
    else if (it.kind !== undefined) continue;
    else if (talking && it.label === undefined && goesOn(it)) it.kind = 'transcript';
    else talking = false;
  }
}

/** `Justice Lane added:`, `She wrote in a letter to the board:` as the end of a paragraph. */
const leadIn =
  /(?:^|[^\p{L}])(?:said|says|wrote|writes|adds|added|tweets|tweeted|posts|posted|emails|emailed|e-mails|e-mailed|texts|texted|messages|continued|continues|concluded|concludes|explained|explains|argued|argues|noted|replied|responded|warned|declared|recalled)(?:\s(?:afterwards?|later|further|today|online))?(?:\s(?:in|on|to|of|at|about|upon)\s[^,;:.“”"]{1,40})?:$/u;

/** `… — Ana Lane (@analane) May 3, 2024`: how a post that was put into a page is signed. */
export const signedPost =
  /\s(?:[–—]|--)\s[^()–—\n]{2,50}\s\(@\w{1,20}\)\s\p{Lu}\p{L}{2,8}\.?\s\d{1,2},\s\d{4}$/u;

/**
 * Marks what is somebody's words as a whole and has lost the marks of a block quotation where a page was copied: a signed post,
 * and the paragraph behind a lead-in.
 */
export function markIntroduced(text: string, all: readonly Candidate[]): void {
  let before: Candidate | undefined;
  for (const it of all) {
    if (
      isProse(it) &&
      isFigure(text.charCodeAt(it.end - 1)) &&
      signedPost.test(text.slice(Math.max(it.start, it.end - 120), it.end))
    ) {
      it.kind = 'blockquote';
    } else if (
      isProse(it) &&
      before !== undefined &&
      isProse(before) &&
      text.charCodeAt(before.end - 1) === 0x3a &&
      it.features.stopped &&
      it.features.words > 8 &&
      leadIn.test(text.slice(Math.max(before.start, before.end - 120), before.end)) &&
      /^(?:\.{3}\s?|…\s?)?\p{Lu}/u.test(text.slice(it.start, it.start + 6)) &&
      !/["“”«„]/.test(text.slice(it.start, it.end))
    ) {
      it.kind = 'blockquote';
    }
    before = it;
  }
}

/** A signature ends in its year. */
function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isProse({ kind }: Candidate): boolean {
  return kind === undefined || kind === 'paragraph';
}

/** `@analane: Sorry to everyone stuck today.`: a post is no turn of a transcript; one with marks quotes somebody. */
function isPost({ label, line }: Candidate): boolean {
  return label?.label.startsWith('@') === true && !/["“”«»„]/.test(line);
}

/** Whether a paragraph is the speaker's still: it must say *I*, *we* or *you*, for notes tell of silences, too. */
function goesOn(it: Candidate): boolean {
  return it.features.stopped && !/^(?:[([{*]|Q\s)/.test(it.line) && isPersonal(it.line);
}

/** Whether the last word of a label stands in the text as a name, too. */
function isNamedElsewhere(text: string, label: string): boolean {
  const last = label.slice(label.lastIndexOf(' ') + 1);
  if (last.length < 3) return false;
  const name = last === last.toUpperCase() ? last.charAt(0) + last.slice(1).toLowerCase() : last;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const after = text.charAt(at + name.length);
    if (!/[\p{L}:]/u.test(after)) return true;
  }
  return false;
}
