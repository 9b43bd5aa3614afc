/** How far a web address may reach. */
const reach = 2000;

/** Whether a bare web address begins at a place. */
export function startsAddress(text: string, at: number): boolean {
  return text.startsWith('https://', at) || text.startsWith('http://', at) || text.startsWith('www.', at);
}

const addressTail = /[.,;:!?'’"”)\]}*_~»]+$/;

/** Where a bare web address ends: at white space, without the punctuation and marks of the sentence around it. */
export function addressEnd(text: string, at: number, end: number): number {
  const limit = Math.min(end, at + reach);
  let stop = at;
  while (stop < limit) {
    const code = text.charCodeAt(stop);
    if (code <= 32 || code === 60 || code === 62 || code === 0xa0 || code === 0x201c) break;
    stop++;
  }
  let address = text.slice(at, stop);
  // The address of a link written out: `[text](https://…)` is read before, but its parenthesis may be cut off.
  const kept = address.replace(addressTail, '');
  const marks = kept.split('"').length - 1;
  if (marks % 2 === 1) address = address.slice(0, kept.length + address.slice(kept.length).indexOf('"') + 1);
  else address = kept;
  return Math.max(at + 1, at + address.length);
}
