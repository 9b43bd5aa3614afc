/** Number words: `ten` and `10` are one word, and so are `twenty-five` and `25`, `five hundred` and `500`. */

/** What a number word is worth, and what may follow it in the same number. */
export interface NumberWord {
  readonly value: number;
  readonly kind: 'unit' | 'teen' | 'tens' | 'hundred' | 'thousand';
  readonly ordinal: boolean;
}

const words = new Map<string, NumberWord>();

function list(kind: NumberWord['kind'], first: number, step: number, names: string, ordinal: boolean): void {
  names.split(' ').forEach((name, index) => words.set(name, { value: first + step * index, kind, ordinal }));
}

list('unit', 0, 1, 'zero one two three four five six seven eight nine', false);
list('teen', 10, 1, 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', false);
list('tens', 20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety', false);
list('hundred', 100, 1, 'hundred', false);
list('thousand', 1000, 1, 'thousand', false);
list('unit', 1, 1, 'first second third fourth fifth sixth seventh eighth ninth', true);
list(
  'teen',
  10,
  1,
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
  true,
);
list('tens', 20, 10, 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth', true);

/** The number that a folded word names; undefined for every other word. */
export function numberWord(word: string): NumberWord | undefined {
  return words.get(word);
}

/** Every folded number word. */
export function numberWords(): Iterable<string> {
  return words.keys();
}

/** A number as it is being read, word by word. */
export interface RunningNumber {
  readonly value: number;
  /** The largest value that a next word may still add: `twenty` takes 9, `two thousand` takes 999. */
  readonly room: number;
  readonly ordinal: boolean;
}

/** The number that a word alone begins. `hundred` and `thousand` alone are words. */
export function beginNumber(word: NumberWord): RunningNumber | undefined {
  if (word.kind === 'hundred' || word.kind === 'thousand') {
    return undefined;
  }
  return { value: word.value, room: word.kind === 'tens' && !word.ordinal ? 9 : 0, ordinal: word.ordinal };
}

/** The number that digits begin; only a multiplier can follow them. */
export function beginDigits(value: number): RunningNumber {
  return { value, room: 0, ordinal: false };
}

/** The number grown by the next word; undefined where that word begins another. */
export function growNumber(number: RunningNumber, word: NumberWord): RunningNumber | undefined {
  if (number.ordinal) {
    return undefined;
  }
  if (word.kind === 'hundred') {
    // `two thousand five hundred`: only the last part is multiplied.
    const rest = number.value % 1000;
    return rest > 0 && rest < 100 && number.room <= 9
      ? { value: number.value - rest + rest * 100, room: 99, ordinal: false }
      : undefined;
  }
  if (word.kind === 'thousand') {
    return number.value > 0 && number.value < 1000
      ? { value: number.value * 1000, room: 999, ordinal: false }
      : undefined;
  }
  if (word.value === 0 || word.value > number.room) {
    return undefined;
  }
  return { value: number.value + word.value, room: word.kind === 'tens' ? 9 : 0, ordinal: word.ordinal };
}

/** The key of a number: its digits, with the ending of its ordinal: `21st`. */
export function numberKey(number: RunningNumber): string {
  const digits = String(number.value);
  if (!number.ordinal) {
    return digits;
  }
  const last = number.value % 10;
  const teen = Math.trunc(number.value / 10) % 10 === 1;
  return digits + (teen || last < 1 || last > 3 ? 'th' : ['st', 'nd', 'rd'][last - 1]);
}
