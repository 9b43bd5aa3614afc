import type { Corpus } from './corpus.ts';

/** What is remembered is forgotten when this changes. */
type Changing = Pick<Corpus, 'revision'>;

/** More answers than a long draft asks for; all are forgotten at once, as after a change of the sources. */
const most = 5000;

/** Answers of a corpus, remembered until it changes: what a keystroke did not touch is not asked again. */
export class CorpusMemory<Answer> {
  readonly #answers = new WeakMap<
    Changing,
    { readonly revision: number; readonly byKey: Map<string, Answer> }
  >();

  /** The answer for a key: the remembered one, else what `ask` gives. */
  get(corpus: Changing, key: string, ask: () => Answer): Answer {
    return this.known(corpus, key) ?? this.keep(corpus, key, ask());
  }

  /** The remembered answer. */
  known(corpus: Changing, key: string): Answer | undefined {
    const known = this.#answers.get(corpus);
    return known?.revision === corpus.revision ? known.byKey.get(key) : undefined;
  }

  keep(corpus: Changing, key: string, answer: Answer): Answer {
    let known = this.#answers.get(corpus);
    if (known === undefined || known.revision !== corpus.revision || known.byKey.size >= most) {
      known = { revision: corpus.revision, byKey: new Map() };
      this.#answers.set(corpus, known);
    }
    known.byKey.set(key, answer);
    return answer;
  }
}
