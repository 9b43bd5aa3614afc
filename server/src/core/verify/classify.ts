import { wordSet } from '../text/word-set.ts';
import { writtenOut } from './contractions.ts';
import type { ChangeClass } from './verdict.ts';
import { persons } from './pronouns.ts';

/** A word of a change: its key, and as it is printed. */
export interface ChangedWord {
  readonly key: string;
  readonly raw: string;
  /** Whether it begins a sentence, where a capital letter says nothing. */
  readonly opens: boolean;
  /** Whether it is part of a name that the reading found. */
  readonly named: boolean;
  /** Whether a figure stands right before it. */
  readonly afterNumber: boolean;
}

/** The classes from the gravest; a change takes the gravest of its words. */
const order: readonly ChangeClass[] = ['negation', 'number', 'modal', 'name', 'pronoun', 'wording'];

/**
 * The class of a change. What stands on both sides alike (`would not` for `will not`, `we are` for `we're`) is no part of
 * it; a word that only one side has decides.
 */
export function classify(draft: readonly ChangedWord[], source: readonly ChangedWord[]): ChangeClass {
  const ofDraft = classes(spelledOut(draft, source));
  const ofSource = classes(spelledOut(source, draft));
  for (const kind of order) {
    const one = ofDraft.get(kind) ?? '';
    const other = ofSource.get(kind) ?? '';
    if (one !== other) {
      return kind;
    }
  }
  return 'wording';
}

/** Contractions as the words that they stand for; `'d` is what the other side has. */
function spelledOut(words: readonly ChangedWord[], others: readonly ChangedWord[]): readonly ChangedWord[] {
  const had = others.some(it => it.key === 'would') ? 'would' : 'had';
  return words.flatMap(word => {
    const keys = writtenOut(word.key);
    return keys.length === 1
      ? [word]
      : keys.map(it => (it === "'d" ? had : it)).map(key => ({ ...word, key, raw: key }));
  });
}

/** The words of each class, as one string to compare. */
function classes(words: readonly ChangedWord[]): ReadonlyMap<ChangeClass, string> {
  const found = new Map<ChangeClass, string>();
  for (const word of words) {
    for (const kind of classesOf(word)) {
      found.set(kind, `${found.get(kind) ?? ''} ${word.key}`);
    }
  }
  return found;
}

function classesOf(word: ChangedWord): readonly ChangeClass[] {
  const kinds: ChangeClass[] = [];
  const key = word.key;
  if (isNegation(key)) {
    kinds.push('negation');
  }
  if (/\d/.test(key) || magnitudes.has(key) || (word.afterNumber && units.has(key))) {
    kinds.push('number');
  }
  // In the middle of a sentence `May` is a month and `Will` a person.
  const isProper = !word.opens && /^\p{Lu}\p{Ll}/u.test(word.raw);
  if (!isProper && modals.has(key)) {
    kinds.push('modal');
  }
  if (persons.has(key)) {
    kinds.push('pronoun');
  } else if (kinds.length === 0 && isName(word)) {
    kinds.push('name');
  }
  return kinds.length === 0 ? ['wording'] : kinds;
}

function isName(word: ChangedWord): boolean {
  if (word.named) {
    return true;
  }
  // `LOVE` is shouted; names in capitals are found by the reading.
  const isShouted = /^\p{Lu}{4,}$/u.test(word.raw);
  return (
    /^\p{Lu}/u.test(word.raw) && !isShouted && !word.opens && !/^(?:i|i'm|i've|i'd|i'll)$/.test(word.key)
  );
}

/** Whether a folded word denies. */
export function isNegation(key: string): boolean {
  return negations.has(key) || key.endsWith("n't");
}

/** Whether a folded word is a figure or stands for one. */
export function isNumber(key: string): boolean {
  return /^[-$£€¥]?\d/.test(key) || magnitudes.has(key);
}

const negations = wordSet(
  'not no never nor neither nobody nothing none nowhere cannot without hardly scarcely barely aint dont wont cant didnt doesnt isnt wasnt',
);
const modals = wordSet('may might will would can could shall should must ought');
const magnitudes = wordSet(
  'hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens percent percentage half halves quarter quarters twice double doubled doubling triple tripled thrice score zero tenfold',
);
const units = wordSet(
  'mile miles kilometer kilometers km meter meters foot feet inch inches yard yards acre acres hectare hectares ton tons tonne tonnes kilo kilos kilogram kilograms kg gram grams ounce ounces pound pounds liter liters gallon gallons barrel barrels dollar dollars cent cents euro euros yen yuan peso pesos ruble rubles rupee rupees second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries degree degrees point points mph celsius fahrenheit am pm',
);

/** Whether a folded word says little by itself: articles, prepositions, pronouns, auxiliaries. */
export function isSmallWord(key: string): boolean {
  return smallWords.has(key) || persons.has(key);
}

const smallWords = wordSet(
  "the a an and or but if of to in on at by for from with as is are was were be been being am do does did done has have had having that this these those there here it's i'm i've we're we've you're they're he's she's that's will would can could should may might must not no so than then when who what which how why all any some up out about into over just very also more most its our their one 1 like really know think said say says going get got go make made because only other such",
);

/**
 * Whether dropped words of class `wording` change what is said all the same: hedges, quantifiers, comparatives,
 * and auxiliaries that make the tense.
 */
export function carriesSense(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’]+/u)
    .some(it => senses.has(it.replace(/’/g, "'")));
}

const senses = wordSet(
  'some all most many few several every each any both either half only about nearly almost around roughly approximately least alleged allegedly reportedly apparently supposedly perhaps maybe possibly probably likely more less fewer better worse best worst later earlier former until unless if but except before after is are was were been has have had did does do ever again still yet no longer too seem seems seemed appear appears appeared try tried trying want wanted potential possible suspected',
);

/** Spoken fillers and set phrases: their pronouns and names refer to nobody. */
const fillers =
  /^\W*(?:um|uh|er|erm|ah|well|like|i mean|you know|you see|so to speak|as it were|god (?:rest|bless) (?:him|her|them)|god willing|thank god)(?:\W+(?:um|uh|er|erm|ah|you know|i mean))*\W*$/i;

/** Whether words are a filler that says nothing. */
export function isFiller(text: string): boolean {
  return fillers.test(text);
}
