import { CharacterClass, classOf, expansionOf, foldOf } from './characters.ts';
import { Room } from './room.ts';
import { hashKey } from './word-hash.ts';
import type { Words } from './words.ts';

const { letter, digit, apostrophe, expanding } = CharacterClass;

/** Words while a text is scanned. One list at a time. */
export class WordList implements Words {
  length = 0;
  starts = noOffsets;
  ends = noOffsets;
  hashes = noHashes;
  readonly #text: string;
  /** Keys that folding letter by letter would not give, or that depend on what stands around the word. */
  #keys: Map<number, string> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  key(index: number): string {
    const known = this.#keys?.get(index);
    if (known !== undefined) {
      return known;
    }
    if (index < 0 || index >= this.length) {
      return '';
    }
    return foldPlain(this.#text, this.starts[index] ?? 0, this.ends[index] ?? 0);
  }

  /** Adds a word whose key is its folded letters. */
  add(start: number, end: number, hash: number): void {
    const { length } = this;
    if (length === starts.length) {
      starts = grow(starts, Int32Array);
      ends = grow(ends, Int32Array);
      hashes = grow(hashes, Uint32Array);
    }
    starts[length] = start;
    ends[length] = end;
    hashes[length] = hash;
    this.length = length + 1;
  }

  /** Adds a word whose key its letters do not tell. */
  addKey(start: number, end: number, key: string): void {
    this.add(start, end, hashKey(key));
    this.#keys ??= new Map();
    this.#keys.set(this.length - 1, key);
  }

  /** Where the last word ends. */
  lastEnd(): number {
    return ends[this.length - 1] ?? 0;
  }

  lastHash(): number {
    return hashes[this.length - 1] ?? 0;
  }

  /** Takes the last word off, which one that joins it replaces; gives its start. */
  takeLast(): number {
    this.length--;
    return starts[this.length] ?? 0;
  }

  /** The words where they were put: until others are. */
  open(): Words {
    this.starts = starts;
    this.ends = ends;
    this.hashes = hashes;
    return this;
  }

  /** The words for good. */
  close(): Words {
    const { length } = this;
    const size = length * Int32Array.BYTES_PER_ELEMENT;
    const { buffer, offset } = room.take(size * 3);
    const ownStarts = new Int32Array(buffer, offset, length);
    const ownEnds = new Int32Array(buffer, offset + size, length);
    const ownHashes = new Uint32Array(buffer, offset + size * 2, length);
    // Most lists are short: copying them as whole arrays would take longer.
    for (let word = 0; word < length; word++) {
      ownStarts[word] = starts[word] ?? 0;
      ownEnds[word] = ends[word] ?? 0;
      ownHashes[word] = hashes[word] ?? 0;
    }
    this.starts = ownStarts;
    this.ends = ownEnds;
    this.hashes = ownHashes;
    return this;
  }
}

const noOffsets = new Int32Array(0);
const noHashes = new Uint32Array(0);
const room = new Room(1 << 15);

// The words of the scan that runs, cut to size at its end: most texts are a paragraph, and allocation is what costs.
let starts = new Int32Array(4096);
let ends = new Int32Array(4096);
let hashes = new Uint32Array(4096);

/** The key of a word in which nothing but its letters is to be folded. */
function foldPlain(text: string, start: number, end: number): string {
  const raw = text.slice(start, end);
  if (/^[a-z]+$/.test(raw)) {
    return raw;
  }
  let key = '';
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    const kind = classOf(code);
    if (kind === letter || kind === digit) {
      key += String.fromCharCode(foldOf(code));
    } else if (kind === expanding) {
      key += expansionOf(code);
    } else if (kind === apostrophe) {
      key += "'";
    }
  }
  return key;
}

function grow<A extends Int32Array | Uint32Array>(array: A, Kind: new (length: number) => A): A {
  const larger = new Kind(array.length * 2 + 16);
  larger.set(array);
  return larger;
}
