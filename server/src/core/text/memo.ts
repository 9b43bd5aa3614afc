/** Answers that depend on their key alone, remembered; where there are too many, all are forgotten at once. */
export class Memo<Answer extends object> {
  readonly #most: number;
  readonly #answers = new Map<string, Answer>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The answer for a key: the remembered one, else what `make` gives. */
  get(key: string, make: () => Answer): Answer {
    const known = this.#answers.get(key);
    if (known !== undefined) {
      return known;
    }
    const answer = make();
    if (this.#answers.size >= this.#most) {
      this.#answers.clear();
    }
    this.#answers.set(key, answer);
    return answer;
  }
}
