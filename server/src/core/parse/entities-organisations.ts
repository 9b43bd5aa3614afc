import { Last } from '../text/last.ts';
import { endsWith, type Form } from './entities-forms.ts';

const lastHeads = new Last<Heads>();

/** Words that name a sort of organisation, not one: `the House` is not the White House. */
const GENERIC = new Set(
  `house department ministry court party committee university company bank union group council state city agency office bureau
  congress senate government administration association institute foundation commission corporation police army church
  school college hospital international national news press new`.split(/\s+/),
);

/** Names that are one place under several forms, folded. */
const SAME_PLACE: readonly (readonly string[])[] = [
  ['u.s', 'us', 'usa', 'u.s.a', 'united states', 'united states of america'],
  ['u.k', 'uk', 'united kingdom', 'great britain', 'britain'],
  ['uae', 'united arab emirates'],
];

/** Of more names that begin or end alike in one text, only the first are looked at. */
const MOST_NAMESAKES = 40;

const placeKeys = new Map(SAME_PLACE.flatMap(forms => forms.map(form => [form, forms[0] ?? form] as const)));

/**
 * Which forms of organisations and places are one, of all forms of a text; `introduced` pairs a name with the acronym in
 * parentheses behind it.
 */
export function resolveOthers(forms: readonly Form[], introduced: readonly (readonly [Form, Form])[]): Heads {
  const heads = lastHeads.hold(new Heads(forms.length));
  const places = new Map<string, Form>();
  const organisationsByKey = new Map<string, Form>();
  const organisations: Form[] = [];
  let hasAcronyms = false;
  for (const form of forms) {
    if (form.kind === 'person') {
      continue;
    }
    const byKey = form.kind === 'place' ? places : organisationsByKey;
    const key = keyOf(form);
    const same = byKey.get(key);
    if (same) {
      heads.join(same, form);
    } else {
      byKey.set(key, form);
    }
    if (form.kind === 'organisation') {
      organisations.push(form);
      hasAcronyms ||= form.spelling.isAcronym;
    }
  }
  for (const [long, short] of introduced) {
    if (initialsFit(long, short)) {
      heads.join(long, heads.of(short));
    }
  }
  const byInitials = hasAcronyms ? longByInitials(organisations, heads) : undefined;
  const byEdge = formsByEdge(organisations);
  for (const form of organisations) {
    const long = form.spelling.isAcronym ? byInitials?.get(keyOf(form)) : longerForm(form, byEdge, heads);
    if (long) {
      heads.join(long, heads.of(form));
    }
  }
  return heads;
}

/** The form that stands for each, as far as forms are joined. */
class Heads {
  readonly #heads: (Form | undefined)[];

  constructor(count: number) {
    this.#heads = new Array<Form | undefined>(count);
  }

  of(form: Form): Form {
    let at = form;
    for (let next = this.#heads[at.index]; next; next = this.#heads[at.index]) {
      at = next;
    }
    return at;
  }

  /** Lets the head of `long` stand for `short`, which nothing stands for yet. */
  join(long: Form, short: Form): void {
    const head = this.of(long);
    if (head !== short) {
      this.#heads[short.index] = head;
    }
  }
}

function keyOf({ kind, spelling: { key, isAcronym } }: Form): string {
  const bare = key.startsWith('the ') ? key.slice(4) : key;
  const plain = bare.endsWith('.') ? bare.slice(0, -1) : bare;
  return kind === 'place' ? (placeKeys.get(plain) ?? plain) : isAcronym ? plain.replace(/\./g, '') : plain;
}

function initialsFit(long: Form, short: Form): boolean {
  const { initials } = long.spelling;
  const letters = keyOf(short).replace(/[^a-z]/g, '');
  let at = 0;
  for (const letter of letters) {
    const found = initials.indexOf(letter, at);
    if (found < 0) {
      return false;
    }
    at = found + 1;
  }
  return letters.length > 1;
}

/** Longer names by their first and their last word. */
function formsByEdge(forms: readonly Form[]): ReadonlyMap<string, readonly Form[]> {
  const byEdge = new Map<string, Form[]>();
  for (const form of forms) {
    for (const word of form.words.length > 1 ? [form.words[0] ?? '', form.words.at(-1) ?? ''] : []) {
      const known = byEdge.get(word) ?? [];
      if (known.length < MOST_NAMESAKES) {
        known.push(form);
      }
      byEdge.set(word, known);
    }
  }
  return byEdge;
}

/** `State Department` for `U.S. State Department`, `Holt` for `Holt Brothers`: where only one longer name fits. */
function longerForm(form: Form, forms: ReadonlyMap<string, readonly Form[]>, heads: Heads): Form | undefined {
  const words = form.words[0] === 'the' ? form.words.slice(1) : form.words;
  const [only] = words;
  if (
    words.length === 0 ||
    (words.length === 1 && (only === undefined || GENERIC.has(only) || only.length < 4))
  ) {
    return undefined;
  }
  let found: Form | undefined;
  for (const other of [...(forms.get(words[0] ?? '') ?? []), ...(forms.get(words.at(-1) ?? '') ?? [])]) {
    const begins = words.every((word, index) => other.words[index] === word);
    if (other.words.length > form.words.length && (begins || endsWith(other.words, words))) {
      if (found && heads.of(found) !== heads.of(other)) {
        return undefined;
      }
      found = other;
    }
  }
  return found;
}

/** Names of several words by their initials, where only one has them. */
function longByInitials(forms: readonly Form[], heads: Heads): ReadonlyMap<string, Form | undefined> {
  const found = new Map<string, Form | undefined>();
  for (const form of forms) {
    if (form.words.length > 1) {
      const { initials } = form.spelling;
      const known = found.get(initials);
      const isOther = found.has(initials) && known !== undefined && heads.of(known) !== heads.of(form);
      found.set(initials, isOther ? undefined : form);
    }
  }
  return found;
}
