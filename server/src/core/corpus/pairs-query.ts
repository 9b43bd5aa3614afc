/** So few of the slots are taken that a word nearly always lies in the first one that is looked at. */
const slotsAWord = 16;

/**
 * Tells of any word which of a query's it is. The words are numbered from 1 in the order they come in; what stands twice
 * has one number. A table is filled anew for each query: making its arrays would take longer than filling them.
 */
export class QueryTable {
  /** The words, hashed; never 0. */
  words: Uint32Array = new Uint32Array(0);
  /** How many different ones there are. */
  different = 0;
  /** By number: where the word stands first; -1 for number 0, which is no word's. */
  first = new Int32Array(0);
  /** By place in the query: where the same word stands next; -1 where it does not. */
  next = new Int32Array(0);
  /** By slot: a word, or 0; and its number. */
  keys = new Int32Array(0);
  numbers = new Int32Array(0);

  fill(words: Uint32Array): this {
    const { length } = words;
    this.words = words;
    this.different = 0;
    if (this.next.length < length) {
      const slots = 2 ** Math.ceil(Math.log2(length * slotsAWord));
      this.first = new Int32Array(length + 1).fill(-1);
      this.next = new Int32Array(length);
      this.keys = new Int32Array(slots);
      this.numbers = new Int32Array(slots);
    }
    this.keys.fill(0);
    this.numbers.fill(0);
    // From the end, so that the first place of a word is the last that is noted.
    for (let place = length - 1; place >= 0; place--) {
      const word = words[place] ?? 0;
      const slot = slotOf(this.keys, word);
      if (this.keys[slot] === 0) {
        this.keys[slot] = word;
        this.numbers[slot] = ++this.different;
        this.first[this.different] = -1;
      }
      const number = this.numbers[slot] ?? 0;
      this.next[place] = this.first[number] ?? -1;
      this.first[number] = place;
    }
    return this;
  }
}

/**
 * The slot that a word lies in, or an empty one. Of two words of a text about one is the query's, and no processor guesses
 * which: so nothing branches but where another word lies in the slot, which is rare.
 */
export function slotOf(keys: Int32Array, word: number): number {
  const mask = keys.length - 1;
  let slot = word & mask;
  for (;;) {
    const key = keys[slot] ?? 0;
    const difference = key ^ word;
    // The sign is set where neither is 0.
    if (((key | -key) & (difference | -difference)) >= 0) {
      return slot;
    }
    slot = (slot + 1) & mask;
  }
}
