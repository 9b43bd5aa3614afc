/** Where an HTML comment ends that opens at `at`: with the block, if nothing closes it. */
export function commentEnd(text: string, at: number, end: number): number {
  const close = text.slice(at + 4, end).indexOf('-->');
  return close < 0 ? end : at + 4 + close + 3;
}

const tag =
  /<(?:https?:[^\s<>]*|mailto:[^\s<>]*|[\w.+-]+@[\w.-]+|\/?[a-zA-Z][\w:-]*(?:\s[^<>]{0,2000})?\/?)>/y;

/** Where a tag or an address in angle brackets ends that opens at `at`; −1 if none does. */
export function tagEnd(text: string, at: number, end: number): number {
  tag.lastIndex = at;
  return tag.test(text) && tag.lastIndex <= end ? tag.lastIndex : -1;
}

const struck = /<(del|s|strike)>/iy;

/** Where words end that a tag strikes out; undefined where none does. `unclosed`: tags that are known not to close. */
export function struckEnd(text: string, at: number, end: number, unclosed: Set<string>): number | undefined {
  struck.lastIndex = at;
  const name = struck.exec(text)?.[1]?.toLowerCase();
  if (name === undefined || unclosed.has(name)) {
    return undefined;
  }
  const length = text.slice(at, end).search(new RegExp(`</${name}>`, 'i'));
  if (length < 0) {
    unclosed.add(name);
    return undefined;
  }
  return at + length + name.length + 3;
}
