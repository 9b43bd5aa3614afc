/** Numbers hashes in the order in which they first come. In typed arrays: a map makes an object of most 32-bit numbers. */
export class HashNumbers {
  #count = 0;
  #hashes = new Uint32Array(512);
  /** One more than a number; 0 is free. Open addressing, at most half of it taken. */
  #slots = new Uint32Array(1024);

  /** The number of a hash: of one that is new, how many came before. */
  of(hash: number): number {
    if (this.#count === this.#hashes.length) {
      this.#grow();
    }
    const hashes = this.#hashes;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = spread(hash) & mask;
    let number = (slots[slot] ?? 0) - 1;
    while (number !== -1 && hashes[number] !== hash) {
      slot = (slot + 1) & mask;
      number = (slots[slot] ?? 0) - 1;
    }
    if (number === -1) {
      number = this.#count++;
      hashes[number] = hash;
      slots[slot] = number + 1;
    }
    return number;
  }

  #grow(): void {
    const known = this.#hashes;
    this.#hashes = new Uint32Array(known.length * 2);
    this.#slots = new Uint32Array(known.length * 4);
    this.#count = 0;
    for (const hash of known) {
      this.of(hash);
    }
  }
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
