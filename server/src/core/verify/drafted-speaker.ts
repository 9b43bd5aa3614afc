import type { Evaluation, Question } from './evaluate.ts';
import { matchNames, nameWords } from './names-alike.ts';
import type { GivenTo, SpeakerMatch } from './verdict.ts';

/** Among many articles, finding the fullest form of a name takes half as long as all else in a verification. */
export class DraftedSpeaker implements GivenTo {
  readonly #question: Question;
  readonly #reading: Pick<Evaluation, 'speakerMatch'> | undefined;
  readonly #sourceName: string | undefined;
  #fullest: { readonly name: string | undefined } | undefined;

  /** `reading`: the one that the verdict is about, or the nearest; `sourceName`: what it calls who the draft means. */
  constructor(question: Question, reading?: Pick<Evaluation, 'speakerMatch'>, sourceName?: string) {
    this.#question = question;
    this.#reading = reading;
    this.#sourceName = sourceName;
  }

  get name(): string | undefined {
    this.#fullest ??= { name: fullestName(this.#question, this.#sourceName) };
    return this.#fullest.name;
  }

  get match(): SpeakerMatch {
    return this.#reading?.speakerMatch ?? 'unknown';
  }
}

function fullestName({ corpus, spoken }: Question, source: string | undefined): string | undefined {
  if (spoken === undefined || spoken.kind === 'unresolved' || spoken.kind === 'unnamed') {
    return undefined;
  }
  let fullest = spoken.name;
  for (const known of [source, onlyOne(corpus.named(spoken.name).map(it => it.name))]) {
    const isFuller = known !== undefined && nameWords(known).words.length > nameWords(fullest).words.length;
    fullest = isFuller && matchNames(known, spoken.name) !== 'different' ? known : fullest;
  }
  return fullest;
}

function onlyOne(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}
