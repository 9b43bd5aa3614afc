import { blockOf } from './places.ts';
import { differing, otherSpellings } from './differing.ts';
import { articleInSentence, changeKind, changesWords, listed, passageName, quoted } from './wording.ts';
import type { ChangeClass, Passage, Verdict, Verification } from '../verify/verdict.ts';
import type { FindingCode } from './finding.ts';

/** What a reader is told of one verdict: what is wrong, why, what to do. */
export interface VerdictFinding {
  readonly code: FindingCode;
  message(worst: ChangeClass | undefined): string;
  readonly related: readonly Passage[];
}

/** The finding of a verdict, if it has one. `drafted` is the text inside the marks. */
export function verdictFinding(
  verdict: Verdict,
  verification: Verification,
  drafted: string,
): VerdictFinding | undefined {
  const { passages, changes } = verification;
  const best = passages[0];
  const where = best === undefined ? '' : ` (${passageName(best)})`;
  const told = (code: FindingCode, message: string, related = passages): VerdictFinding => {
    return { code, message: () => message, related: related.slice(0, 5) };
  };
  switch (verdict) {
    case 'skipped':
      return undefined;
    case 'not-found':
      return told('quote-not-found', notFound(best), passages.slice(0, 1));
    case 'stitched':
      return told('quote-stitched', stitched(passages));
    case 'clipped':
      return told('quote-clipped', clipped(verification));
    case 'altered':
      return {
        ...told('quote-altered', ''),
        message: worst =>
          `${changeKind(worst ?? 'wording')}: ${changesWords(changes)}${where}. Use the source’s words, or make it a paraphrase.`,
      };
    case 'not-speech':
      return told('quote-not-speech', notSpeech(best));
    case 'nested':
      return told('quote-nested', nested(best));
    case 'misattributed':
      return told('quote-misattributed', misattributed(verification));
    case 'omission':
      return told('quote-omission', omission(verification, where));
    case 'variants':
      return told('quote-variants', printedDifferently(verification, drafted), oneOfEach(verification));
    case 'verified':
      return verification.spelling === undefined
        ? undefined
        : told('quote-spelling', spelt(verification, drafted));
  }
}

/** A passage of each wording, before those that print the same again. */
function oneOfEach({ passages, variants }: Verification): readonly Passage[] {
  const wordings = [passages, ...variants.map(variant => variant.passages)];
  return [...wordings.flatMap(it => it.slice(0, 1)), ...wordings.flatMap(it => it.slice(1))];
}

function notFound(near: Passage | undefined): string {
  if (near === undefined) {
    return 'No source has these words. Check them against your notes, or make it a paraphrase.';
  }
  const block = blockOf(near);
  if (block?.kind === 'title' || block?.kind === 'deck') {
    return `No source has these words as speech: they stand only in the headline of ${articleInSentence(near.article)}. Quote what was said, or make it a paraphrase.`;
  }
  return `No source has these words. The nearest are ${quoted(near.text)} (${passageName(near)}). Use the source’s words, or make it a paraphrase.`;
}

function stitched(passages: readonly Passage[]): string {
  const long = passages.filter(passage => passage.text.trim().split(/\s+/).length > 2);
  const parts = (long.length > 1 ? long : passages)
    .slice(0, 3)
    .map(passage => `${quoted(passage.text, 60)} (${passageName(passage)}, ¶${passage.paragraph})`);
  return parts.length < 2
    ? 'The parts of this quotation stand apart in the sources and were not said as one. Quote them apart.'
    : `These words stand apart in the sources and were not said as one: ${listed(parts)}. Quote them apart.`;
}

function clipped({ clipped: cut, passages }: Verification): string {
  const best = passages[0];
  const name = best === undefined ? '' : ` (${passageName(best)})`;
  return cut === undefined
    ? `The words stand in the source, but what was cut turns their meaning${name}. Quote the whole, or make it a paraphrase.`
    : `The words stand in the source, but what was cut turns their meaning: ${quoted(cut.text)}${name}. Quote the whole, or make it a paraphrase.`;
}

function notSpeech(best: Passage | undefined): string {
  const where = best === undefined ? 'a source' : articleInSentence(best.article);
  if (best !== undefined && blockOf(best)?.kind === 'caption') {
    return `The words stand in ${where}, but only in a caption: captions confirm nobody’s speech. Quote what was said, or take off the marks.`;
  }
  return `The words stand in ${where}, but outside quotation marks: they are the reporter’s, not a speaker’s. Quote what was said, or take off the marks.`;
}

function nested(best: Passage | undefined): string {
  const who = best?.speaker ?? 'the speaker';
  const where = best === undefined ? '' : ` in ${articleInSentence(best.article)}`;
  return `Here${where} ${who} is quoting or imagining somebody else’s words. Say whose they are, or make it a paraphrase.`;
}

function misattributed({ passages, speaker }: Verification): string {
  const named = passages.filter(passage => passage.speaker !== undefined);
  const other = named.find(passage => passage.speaker !== speaker) ?? named[0];
  const real = other?.speaker ?? 'somebody else';
  const where = other === undefined ? 'The source' : articleInSentence(other.article);
  const drafted = speaker === undefined || speaker === real ? '' : `, not to ${speaker}`;
  return `${where} gives these words to ${real}${drafted}. Correct the speaker.`;
}

function omission({ changes, omitted }: Verification, where: string): string {
  const dropped = changes.filter(change => change.kind === 'dropped').map(change => change.source);
  const words = (omitted === undefined ? dropped : [omitted]).filter(it => it.trim() !== '').slice(0, 3);
  const left =
    words.length === 0
      ? 'Words are'
      : `${listed(words.map(it => quoted(it)))} ${words.length === 1 ? 'is' : 'are'}`;
  return `${left} left out and no ellipsis says so${where}. Mark the cut with “…”, or use the source’s words.`;
}

function printedDifferently({ passages, variants }: Verification, drafted: string): string {
  const best = passages[0];
  const other = variants[0];
  const otherPassage = other?.passages[0];
  if (other === undefined || otherPassage === undefined) {
    return 'Another source prints this quotation in other words. Choose one wording and name its outlet.';
  }
  const [here, there] = differing(drafted, other.text);
  const ours = best === undefined ? 'The draft' : articleInSentence(best.article);
  const more = variants.length > 1 ? ` Other sources have ${variants.length - 1} more wordings.` : '';
  return `The sources print this differently: ${ours} has ${quoted(here, 60)}, ${articleInSentence(otherPassage.article)} has ${quoted(there, 60)}.${more} Choose one wording and name its outlet.`;
}

function spelt({ spelling, passages }: Verification, drafted: string): string {
  const best = passages[0];
  const words = listed(
    otherSpellings(drafted, spelling ?? '')
      .slice(0, 4)
      .map(it => quoted(it, 60)),
  );
  return `${best === undefined ? 'The source' : articleInSentence(best.article)} spells it ${words}. The words are the same; use the source’s form if your style allows it.`;
}
