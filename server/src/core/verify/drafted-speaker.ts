import type { Corpus } from '../corpus/corpus.ts';
import { matchNames, nameWords } from './names-alike.ts';
import type { Spoken } from './spoken.ts';
import type { GivenTo, SpeakerMatch } from './verdict.ts';

/**
 * Among many articles, finding the fullest form of a name takes half as long as all else in a verification. Verifications
 * are kept: this holds on to nothing of the draft, nor to an article.
 */
export class DraftedSpeaker implements GivenTo {
  readonly match: SpeakerMatch;
  readonly #corpus: Corpus;
  /** As the draft and the source have it; undefined where the draft names nobody, or the source somebody else. */
  readonly #drafted: string | undefined;
  readonly #printed: string | undefined;
  #fullest: { readonly name: string | undefined } | undefined;

  constructor(corpus: Corpus, spoken: Spoken | undefined, match: SpeakerMatch, printed?: string) {
    this.match = match;
    this.#corpus = corpus;
    this.#drafted = spoken === undefined || isNobody(spoken) ? undefined : spoken.name;
    this.#printed = printed;
  }

  get name(): string | undefined {
    this.#fullest ??= { name: this.#findName() };
    return this.#fullest.name;
  }

  #findName(): string | undefined {
    const drafted = this.#drafted;
    if (drafted === undefined) {
      return undefined;
    }
    let fullest = drafted;
    for (const known of [this.#printed, onlyOne(this.#corpus.named(drafted).map(it => it.name))]) {
      const isFuller = known !== undefined && nameWords(known).words.length > nameWords(fullest).words.length;
      fullest = isFuller && matchNames(known, drafted) !== 'different' ? known : fullest;
    }
    return fullest;
  }
}

function isNobody({ kind }: Spoken): boolean {
  return kind === 'unresolved' || kind === 'unnamed';
}

function onlyOne(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}
