import { persons } from './pronouns.ts';

/** The words that a folded contraction stands for, as far as they can be told: `can`, `not` for `can't`, `we`, `'re` for `we're`. */
export function writtenOut(key: string): readonly string[] {
  if (key === 'cannot') {
    return ['can', 'not'];
  }
  const at = key.endsWith("n't") ? key.length - 3 : key.indexOf("'");
  const stem = key.slice(0, at);
  const tail = key.slice(at);
  if (at <= 0 || (tail !== "n't" && !persons.has(stem))) {
    return [key];
  }
  switch (tail) {
    case "n't":
      return [stems.get(stem) ?? stem, 'not'];
    case "'ll":
      return [stem, 'will'];
    case "'s":
    case "'re":
    case "'ve":
    case "'m":
    case "'d":
      return [stem, tail];
    default:
      return [key];
  }
}

const stems = new Map([
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
]);
