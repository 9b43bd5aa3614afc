import { say, sayCount } from '../text/say.ts';
import { blockOf } from './places.ts';
import { isDayChanged } from './changed-day.ts';
import { differing, otherSpellings } from './differing.ts';
import { isOwnBefore } from '../verify/own-words.ts';
import { matchNames } from '../verify/names-alike.ts';
import { articleInSentence, changesWords, listed, passageName, quoted } from './wording.ts';
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
          altered(verification, worst ?? 'wording', `${changesWords(changes)}${placeOf(best)}`),
      };
    case 'not-speech':
      return told('quote-not-speech', notSpeech(best));
    case 'nested':
      return told('quote-nested', nested(best));
    case 'misattributed':
      return told('quote-misattributed', misattributed(verification));
    case 'omission':
      return told('quote-omission', omission(verification));
    case 'variants':
      return told('quote-variants', printedDifferently(verification, drafted), oneOfEach(verification));
    case 'verified':
      return verification.spelling === undefined || best === undefined
        ? undefined
        : told('quote-spelling', spelt(best, drafted, verification.spelling));
  }
}

/** A passage of each wording, before those that print the same again. */
function oneOfEach({ passages, variants }: Verification): readonly Passage[] {
  const wordings = [passages, ...variants.map(variant => variant.passages)];
  return [...wordings.flatMap(it => it.slice(0, 1)), ...wordings.flatMap(it => it.slice(1))];
}

function placeOf(passage: Passage | undefined): string {
  return passage === undefined ? '' : ` (${passageName(passage)})`;
}

function notFound(near: Passage | undefined): string {
  if (near === undefined) {
    return say('No source has these words. Check them against your notes, or make it a paraphrase.');
  }
  const block = blockOf(near);
  return block?.kind === 'title' || block?.kind === 'deck'
    ? say(
        'No source has these words as speech: they stand only in the headline of {0}. Quote what was said, or make it a paraphrase.',
        articleInSentence(near.article),
      )
    : say(
        'No source has these words. The nearest are {0} ({1}). Use the source’s words, or make it a paraphrase.',
        quoted(near.text),
        passageName(near),
      );
}

function stitched(passages: readonly Passage[]): string {
  const long = passages.filter(passage => passage.text.trim().split(/\s+/).length > 2);
  const parts = (long.length > 1 ? long : passages)
    .slice(0, 3)
    .map(passage => `${quoted(passage.text, 60)} (${passageName(passage)}, ¶${passage.paragraph})`);
  return parts.length < 2
    ? say(
        'The parts of this quotation stand apart in the sources and were not said as one. Quote them apart.',
      )
    : say(
        'These words stand apart in the sources and were not said as one: {0}. Quote them apart.',
        listed(parts),
      );
}

function clipped({ clipped: cut, passages: [best] }: Verification): string {
  if (cut !== undefined) {
    return say(
      'The words stand in the source, but what was cut turns their meaning: {0}. Quote the whole, or make it a paraphrase.',
      `${quoted(cut.text)}${placeOf(best)}`,
    );
  }
  return say(
    'The words stand in the source, but what was cut turns their meaning{0}. Quote the whole, or make it a paraphrase.',
    placeOf(best),
  );
}

function altered(verification: Verification, kind: ChangeClass, changes: string): string {
  switch (kind) {
    case 'number':
      return say('A number is changed: {0}. Use the source’s words, or make it a paraphrase.', changes);
    case 'negation':
      return say('A negation is changed: {0}. Use the source’s words, or make it a paraphrase.', changes);
    case 'modal':
      return say(
        'A word like “may” or “will” is changed: {0}. Use the source’s words, or make it a paraphrase.',
        changes,
      );
    case 'name':
      return isDayChanged(verification)
        ? say('A day or a month is changed: {0}. Use the source’s words, or make it a paraphrase.', changes)
        : say('A name is changed: {0}. Use the source’s words, or make it a paraphrase.', changes);
    case 'pronoun':
      return say('A pronoun is changed: {0}. Use the source’s words, or make it a paraphrase.', changes);
    case 'wording':
      return say('The words are changed: {0}. Use the source’s words, or make it a paraphrase.', changes);
  }
}

function notSpeech(best: Passage | undefined): string {
  if (best === undefined) {
    return say(
      'The words stand in a source, but outside quotation marks: they are the reporter’s, not a speaker’s. Quote what was said, or take off the marks.',
    );
  }
  return blockOf(best)?.kind === 'caption'
    ? say(
        'The words stand in {0}, but only in a caption: captions confirm nobody’s speech. Quote what was said, or take off the marks.',
        articleInSentence(best.article),
      )
    : say(
        'The words stand in {0}, but outside quotation marks: they are the reporter’s, not a speaker’s. Quote what was said, or take off the marks.',
        articleInSentence(best.article),
      );
}

function nested(best: Passage | undefined): string {
  if (best === undefined) {
    return say(
      'Here the speaker is quoting or imagining somebody else’s words. Say whose they are, or make it a paraphrase.',
    );
  }
  if (isOwnBefore(best)) {
    return best.speaker === undefined
      ? say(
          'Here in {0} the speaker tells of words said on another occasion. Say so, or make it a paraphrase.',
          articleInSentence(best.article),
        )
      : say(
          'Here in {0} {1} tells of words said on another occasion. Say so, or make it a paraphrase.',
          articleInSentence(best.article),
          best.speaker,
        );
  }
  return best.speaker === undefined
    ? say(
        'Here in {0} the speaker is quoting or imagining somebody else’s words. Say whose they are, or make it a paraphrase.',
        articleInSentence(best.article),
      )
    : say(
        'Here in {0} {1} is quoting or imagining somebody else’s words. Say whose they are, or make it a paraphrase.',
        articleInSentence(best.article),
        best.speaker,
      );
}

function misattributed({ passages, givenTo: { name: speaker } }: Verification): string {
  const named = passages.filter(passage => passage.speaker !== undefined);
  const other =
    named.find(({ speaker: own = '' }) => matchNames(speaker ?? '', own) === 'different') ??
    named.find(passage => passage.speaker !== speaker) ??
    named[0];
  if (other?.speaker === undefined) {
    const [first] = passages;
    return first === undefined || speaker === undefined
      ? say('The source gives these words to somebody else. Correct the speaker.')
      : say(
          '{0} gives these words to somebody else, not to {1}. Correct the speaker.',
          articleInSentence(first.article),
          speaker,
        );
  }
  return speaker === undefined || speaker === other.speaker
    ? say(
        '{0} gives these words to {1}. Correct the speaker.',
        articleInSentence(other.article),
        other.speaker,
      )
    : say(
        '{0} gives these words to {1}, not to {2}. Correct the speaker.',
        articleInSentence(other.article),
        other.speaker,
        speaker,
      );
}

function omission({ changes, omitted, passages: [best] }: Verification): string {
  const dropped = changes.filter(change => change.kind === 'dropped').map(change => change.source);
  const words = (omitted === undefined ? dropped : [omitted]).filter(it => it.trim() !== '').slice(0, 3);
  const left = listed(words.map(it => quoted(it)));
  switch (words.length) {
    case 0:
      return say(
        'Words are left out and no ellipsis says so{0}. Mark the cut with “…”, or use the source’s words.',
        placeOf(best),
      );
    case 1:
      return say(
        '{0} is left out and no ellipsis says so{1}. Mark the cut with “…”, or use the source’s words.',
        left,
        placeOf(best),
      );
    default:
      return say(
        '{0} are left out and no ellipsis says so{1}. Mark the cut with “…”, or use the source’s words.',
        left,
        placeOf(best),
      );
  }
}

function printedDifferently({ passages: [best], variants }: Verification, drafted: string): string {
  const [other] = variants;
  const otherPassage = other?.passages[0];
  if (best === undefined || other === undefined || otherPassage === undefined) {
    return say(
      'Another source prints this quotation in other words. Choose one wording and name its outlet.',
    );
  }
  const [here, there] = differing(drafted, other.text);
  const ours = articleInSentence(best.article);
  const theirs = articleInSentence(otherPassage.article);
  return variants.length > 1
    ? sayCount(
        variants.length - 1,
        'The sources print this differently: {1} has {2}, {3} has {4}. Other sources have 1 more wording. Choose one wording and name its outlet.',
        'The sources print this differently: {1} has {2}, {3} has {4}. Other sources have {0} more wordings. Choose one wording and name its outlet.',
        ours,
        quoted(here, 60),
        theirs,
        quoted(there, 60),
      )
    : say(
        'The sources print this differently: {0} has {1}, {2} has {3}. Choose one wording and name its outlet.',
        ours,
        quoted(here, 60),
        theirs,
        quoted(there, 60),
      );
}

function spelt(best: Passage, drafted: string, spelling: string): string {
  const words = otherSpellings(drafted, spelling)
    .slice(0, 4)
    .map(it => quoted(it, 60));
  return say(
    '{0} spells it {1}. The words are the same; use the source’s form if your style allows it.',
    articleInSentence(best.article),
    listed(words),
  );
}
