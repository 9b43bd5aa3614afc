/** Numbers of one bucket: seven of the first pass, one unused, seven of the second, one unused; as four 32-bit words. */
export const BUCKET_BYTES = 16;
/** Where those of the second pass begin. */
export const SECOND_PASS = 8;
/** Weights are kept as bytes around this. */
export const WEIGHT_ZERO = 128;

/**
 * Adds up the rows of the first `count` buckets: both passes at once, two bytes to a 32-bit word at a time. Writes to
 * `sums` what that makes on top of the numbers of `base` from `offset` on: seven of the first pass, one unused, and
 * seven of the second.
 */
export function addRows(
  rows: Int32Array,
  buckets: Int32Array,
  count: number,
  base: Int32Array,
  offset: number,
  sums: Int32Array,
  at: number,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  // The rows lie far apart in memory: a short loop first, so that the processor waits for many of them at once.
  for (let index = 0; index < count; index++) {
    const one = rows[(buckets[index] ?? 0) << 2] ?? 0;
    a += one & 0xff00ff;
    b += (one >>> 8) & 0xff00ff;
  }
  for (let index = 0; index < count; index++) {
    const row = (buckets[index] ?? 0) << 2;
    const two = rows[row + 1] ?? 0;
    const three = rows[row + 2] ?? 0;
    const four = rows[row + 3] ?? 0;
    c += two & 0xff00ff;
    d += (two >>> 8) & 0xff00ff;
    e += three & 0xff00ff;
    f += (three >>> 8) & 0xff00ff;
    g += four & 0xff00ff;
    h += (four >>> 8) & 0xff00ff;
  }
  const zero = count * WEIGHT_ZERO;
  sums[at] = (base[offset] ?? 0) + (a & 0xffff) - zero;
  sums[at + 1] = (base[offset + 1] ?? 0) + (b & 0xffff) - zero;
  sums[at + 2] = (base[offset + 2] ?? 0) + (a >>> 16) - zero;
  sums[at + 3] = (base[offset + 3] ?? 0) + (b >>> 16) - zero;
  sums[at + 4] = (base[offset + 4] ?? 0) + (c & 0xffff) - zero;
  sums[at + 5] = (base[offset + 5] ?? 0) + (d & 0xffff) - zero;
  sums[at + 6] = (base[offset + 6] ?? 0) + (c >>> 16) - zero;
  sums[at + 8] = (base[offset + 8] ?? 0) + (e & 0xffff) - zero;
  sums[at + 9] = (base[offset + 9] ?? 0) + (f & 0xffff) - zero;
  sums[at + 10] = (base[offset + 10] ?? 0) + (e >>> 16) - zero;
  sums[at + 11] = (base[offset + 11] ?? 0) + (f >>> 16) - zero;
  sums[at + 12] = (base[offset + 12] ?? 0) + (g & 0xffff) - zero;
  sums[at + 13] = (base[offset + 13] ?? 0) + (h & 0xffff) - zero;
  sums[at + 14] = (base[offset + 14] ?? 0) + (g >>> 16) - zero;
}
