import { say } from '../text/say.ts';
import { quoted } from './wording.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Fix } from './finding.ts';
import type { Quotation, Speaker } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';
import type { Verification } from '../verify/verdict.ts';

/** Gives a misattributed quotation to the speakers whom the sources name. */
export function speakerFix(
  { corpus, verifier }: CheckContext,
  draft: Draft,
  quotation: Quotation,
  verification: Verification,
): Fix[] {
  const { speaker } = quotation;
  if (speaker === undefined) {
    return [];
  }
  const names = new Set(verification.passages.flatMap(passage => passage.speaker ?? []));
  // What is cut together from several people is nobody's.
  if (verification.holds.includes('stitched') && names.size > 1) {
    return [];
  }
  names.delete(verification.givenTo.name ?? '');
  const others = draft.quotations
    .filter(it => it !== quotation && it.speaker?.start === speaker.start)
    .map(it => verifier.verify(corpus, draft, it));
  return [...names]
    .filter(name => others.every(it => isHis(it, name)))
    .map(name => {
      const entity = corpus.named(name)[0];
      const { span, hadTitle } = withTitle(draft, speaker);
      const known = [...(entity?.forms ?? []), name].filter(
        form => name === form || name.endsWith(` ${form}`),
      );
      const surname = known.reduce((one, other) => (other.length < one.length ? other : one), name);
      const introduced = draft.mentions.some(mention => mention.text === name && mention.end <= span.start);
      const role = entity?.role;
      const title = hadTitle && !introduced && role !== undefined && /^\p{Lu}/u.test(role) ? `${role} ` : '';
      const newText = title + (introduced ? surname : name);
      return { ...span, newText, title: say('Give it to {0}', quoted(newText)), preferred: false };
    });
}

/** Whether words that are given to somebody by the same name in the draft are another's as well, or nobody's. */
function isHis({ verdict, holds, passages }: Verification, name: string): boolean {
  return (
    verdict === 'skipped' ||
    verdict === 'not-found' ||
    (holds.includes('misattributed') && passages.some(it => it.speaker === name))
  );
}

/** The mention with the title before it and the description after it: they are not the right speaker's. */
function withTitle(draft: Draft, speaker: Speaker): { readonly span: Span; readonly hadTitle: boolean } {
  const role = speaker.entity === undefined ? undefined : draft.entities[speaker.entity]?.role;
  const from = nameStart(draft, speaker);
  const before = draft.text.slice(Math.max(0, from - 200), from);
  const after = draft.text.slice(speaker.end, speaker.end + 200);
  let { end } = speaker;
  let start = from;
  let hadTitle = false;
  if (role !== undefined && before.trimEnd().endsWith(role)) {
    start -= before.length - before.lastIndexOf(role);
    hadTitle = true;
  } else if (speaker.kind === 'description') {
    start -= /\b(?:the|an?)\s+$/i.exec(before)?.[0].length ?? 0;
  }
  const apposition = /^,\s+(?:(?:the|an?)\s+)?([^,.;:“”"]+)/i.exec(after);
  if (role !== undefined && apposition?.[1]?.trimEnd().endsWith(role) === true) {
    const closed = after.charAt(apposition[0].length) === ',';
    end += apposition[0].length + (closed ? 1 : 0);
  }
  return { span: { start, end }, hadTitle };
}

/** Where a name begins of which a line break parts the first names from the surname. */
function nameStart({ text, mentions }: Draft, { start, kind }: Speaker): number {
  const first = mentions.findLast(it => it.end <= start);
  const isParted =
    first?.kind === 'person' && /^[ \t]*(?:\r\n|\r|\n)[ \t>]*$/.test(text.slice(first.end, start));
  return kind === 'name' && isParted ? first.start : start;
}
