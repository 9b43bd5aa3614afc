import { endsWith, type Form, initialsOf } from './entities-forms.ts';

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

/** Which forms of organisations and places are one; `introduced` pairs a name with the acronym in parentheses behind it. */
export function resolveOthers(
  forms: readonly Form[],
  introduced: readonly (readonly [Form, Form])[],
): ReadonlyMap<Form, Form> {
  const head = new Map<Form, Form>(forms.map(form => [form, form]));
  const find = (form: Form): Form => {
    let at = form;
    for (let next = head.get(at); next && next !== at; next = head.get(at)) {
      at = next;
    }
    return at;
  };
  const byKey = new Map<string, Form>();
  for (const form of forms) {
    const key = `${form.kind} ${keyOf(form)}`;
    const same = byKey.get(key);
    if (same) {
      head.set(form, find(same));
    } else {
      byKey.set(key, form);
    }
  }
  for (const [long, short] of introduced) {
    if (initialsFit(long, short)) {
      join(head, find(long), find(short));
    }
  }
  const organisations = forms.filter(it => it.kind === 'organisation');
  const byInitials = uniqueBy(
    organisations.filter(it => it.words.length > 1),
    it => initialsOf(it.text),
    find,
  );
  const byEdge = formsByEdge(organisations);
  for (const form of organisations) {
    const long = isAcronym(form.text)
      ? byInitials.get(keyOf(form).replace(/\./g, ''))
      : longerForm(form, byEdge, find);
    if (long && find(long) !== find(form)) {
      join(head, find(long), find(form));
    }
  }
  return new Map(forms.map(form => [form, find(form)]));
}

function join(head: Map<Form, Form>, long: Form, short: Form): void {
  if (long !== short) {
    head.set(short, long);
  }
}

function keyOf(form: Form): string {
  const words = form.words[0] === 'the' ? form.words.slice(1) : form.words;
  const key = words.join(' ').replace(/\.$/, '');
  return form.kind === 'place'
    ? (placeKeys.get(key) ?? key)
    : isAcronym(form.text)
      ? key.replace(/\./g, '')
      : key;
}

function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}\.?){2,7}$/u.test(text);
}

function initialsFit(long: Form, short: Form): boolean {
  const initials = initialsOf(long.text);
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
function longerForm(
  form: Form,
  forms: ReadonlyMap<string, readonly Form[]>,
  find: (form: Form) => Form,
): Form | undefined {
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
      if (found && find(found) !== find(other)) {
        return undefined;
      }
      found = other;
    }
  }
  return found;
}

function uniqueBy(
  forms: readonly Form[],
  key: (form: Form) => string,
  find: (form: Form) => Form,
): ReadonlyMap<string, Form> {
  const found = new Map<string, Form | undefined>();
  for (const form of forms) {
    const known = found.get(key(form));
    found.set(key(form), found.has(key(form)) && known && find(known) !== find(form) ? undefined : form);
  }
  return new Map([...found].filter((entry): entry is [string, Form] => entry[1] !== undefined));
}
