/** Messages in another language, by their English. */
export type Translation = ReadonlyMap<string, string>;

let spoken: Translation = new Map();

/** From here on everything is said in another language, and in English what the translation lacks. Once, before anything is said. */
export function speak(translation: Translation): void {
  spoken = translation;
}

/** What is spoken: a thread of its own has to be told. */
export function spokenHere(): Translation {
  return spoken;
}

/**
 * A message to a reader in the language that is spoken, with the values put in for its `{0}`, `{1}` … The message is
 * written out in English where it is said, and whole: a translator sees nothing around it, and may move the values.
 */
export function say(message: string, ...values: readonly (string | number)[]): string {
  // One without words is not translated yet.
  return fill(spoken.get(message) || message, values);
}

/** The message that fits a number, which is its `{0}`; the values are `{1}`, `{2}` … */
export function sayCount(
  count: number,
  one: string,
  many: string,
  ...values: readonly (string | number)[]
): string {
  return say(count === 1 ? one : many, count, ...values);
}

/** Puts values in for `{0}`, `{1}` …; what stands in a value stays as it is. */
export function fill(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
