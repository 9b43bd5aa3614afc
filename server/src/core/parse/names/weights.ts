/** Numbers of one bucket: seven of the first pass, one unused, seven of the second, one unused; as four 32-bit words. */
export const BUCKET_BYTES = 16;
/** Where those of the second pass begin. */
export const SECOND_PASS = 8;
/** Weights are kept as bytes around this. */
export const WEIGHT_ZERO = 128;

/**
 * Adds up the rows of the first `count` buckets: both passes at once, two bytes to a 32-bit word at a time.
 * Adds to `sums` from `offset` on: seven numbers of the first pass, one unused, and seven of the second.
 */
export function addRows(
  rows: Int32Array,
  buckets: Int32Array,
  count: number,
  sums: Int32Array,
  offset: number,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (let index = 0; index < count; index++) {
    const row = (buckets[index] ?? 0) << 2;
    const one = rows[row] ?? 0;
    const two = rows[row + 1] ?? 0;
    const three = rows[row + 2] ?? 0;
    const four = rows[row + 3] ?? 0;
    a += one & 0xff00ff;
    b += (one >>> 8) & 0xff00ff;
    c += two & 0xff00ff;
    d += (two >>> 8) & 0xff00ff;
    e += three & 0xff00ff;
    f += (three >>> 8) & 0xff00ff;
    g += four & 0xff00ff;
    h += (four >>> 8) & 0xff00ff;
  }
  const zero = count * WEIGHT_ZERO;
  sums[offset] = (sums[offset] ?? 0) + (a & 0xffff) - zero;
  sums[offset + 1] = (sums[offset + 1] ?? 0) + (b & 0xffff) - zero;
  sums[offset + 2] = (sums[offset + 2] ?? 0) + (a >>> 16) - zero;
  sums[offset + 3] = (sums[offset + 3] ?? 0) + (b >>> 16) - zero;
  sums[offset + 4] = (sums[offset + 4] ?? 0) + (c & 0xffff) - zero;
  sums[offset + 5] = (sums[offset + 5] ?? 0) + (d & 0xffff) - zero;
  sums[offset + 6] = (sums[offset + 6] ?? 0) + (c >>> 16) - zero;
  sums[offset + 8] = (sums[offset + 8] ?? 0) + (e & 0xffff) - zero;
  sums[offset + 9] = (sums[offset + 9] ?? 0) + (f & 0xffff) - zero;
  sums[offset + 10] = (sums[offset + 10] ?? 0) + (e >>> 16) - zero;
  sums[offset + 11] = (sums[offset + 11] ?? 0) + (f >>> 16) - zero;
  sums[offset + 12] = (sums[offset + 12] ?? 0) + (g & 0xffff) - zero;
  sums[offset + 13] = (sums[offset + 13] ?? 0) + (h & 0xffff) - zero;
  sums[offset + 14] = (sums[offset + 14] ?? 0) + (g >>> 16) - zero;
}
