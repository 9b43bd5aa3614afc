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
  { corpus }: CheckContext,
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
  // In a table one name may stand for several quotations: the head of a column, or above empty cells.
  const isShared =
    draft.blocks[quotation.block]?.kind === 'cell' &&
    draft.quotations.some(it => it !== quotation && it.speaker?.start === speaker.start);
  if (isShared) {
    return [];
  }
  names.delete(verification.givenTo.name ?? '');
  return [...names].map(name => {
    const entity = corpus.named(name)[0];
    const { span, hadTitle } = withTitle(draft, speaker);
    const known = [...(entity?.forms ?? []), name].filter(form => name === form || name.endsWith(` ${form}`));
    const surname = known.reduce((one, other) => (other.length < one.length ? other : one), name);
    const introduced = draft.mentions.some(mention => mention.text === name && mention.end <= span.start);
    const role = entity?.role;
    const title = hadTitle && !introduced && role !== undefined && /^\p{Lu}/u.test(role) ? `${role} ` : '';
    const newText = title + (introduced ? surname : name);
    return { ...span, newText, title: say('Give it to {0}', quoted(newText)), preferred: false };
  });
}

/** The mention with the title before it and the description after it: they are not the right speaker's. */
function withTitle(draft: Draft, speaker: Speaker): { readonly span: Span; readonly hadTitle: boolean } {
  const role = speaker.entity === undefined ? undefined : draft.entities[speaker.entity]?.role;
  const before = draft.text.slice(Math.max(0, speaker.start - 200), speaker.start);
  const after = draft.text.slice(speaker.end, speaker.end + 200);
  let { start, end } = speaker;
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
