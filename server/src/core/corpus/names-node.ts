import { Lettered } from '../text/lettered.ts';
import { byCodeUnits } from '../text/code-units.ts';
import type { CorpusEntity } from './corpus.ts';
import { coreTokens, foldName, nameTokens } from './names-forms.ts';
import type { MergedEntity } from './names-entity.ts';

/** A merged entity with what look-ups need of it. */
export interface Node {
  readonly entity: CorpusEntity;
  readonly mentions: number;
  /** How often it is in the news, people before bodies before places. */
  readonly weight: number;
  /** The fullest form and its last word, folded. */
  readonly name: string;
  readonly surname: string;
  /** Folded forms, to whether the sources print it so; a surname may only be derived from a full name. */
  readonly forms: ReadonlyMap<string, boolean>;
  readonly tokens: ReadonlySet<string>;
}

const kindWeight = { person: 1.5, organisation: 0.5, place: 0 };

/** Makes an entity ready for look-ups. */
export function toNode({ entity, mentions }: MergedEntity): Node {
  const forms = new Map<string, boolean>();
  const derived: string[] = [];
  for (const form of [entity.name, ...entity.forms]) {
    const folded = foldName(form);
    forms.set(folded, true);
    const core = coreTokens(nameTokens(folded));
    // A surname may be two words: `Pena Nieto`.
    for (let words = 1; entity.kind === 'person' && words < Math.min(3, core.length); words++) {
      derived.push(core.slice(-words).join(' '));
    }
  }
  if (entity.kind === 'person') {
    derived.push(...shorterForms(entity));
  }
  for (const form of derived) {
    if (form.length > 1 && !forms.has(form)) {
      forms.set(form, false);
    }
  }
  forms.delete('');
  const tokens = new Set([...forms.keys()].flatMap(form => nameTokens(form)));
  const name = foldName(entity.name);
  const weight = inTheNews(entity.occurrenceCount) + kindWeight[entity.kind];
  return { entity, mentions, weight, name, surname: nameTokens(name).at(-1) ?? '', forms, tokens };
}

/** What a full name is shortened to besides its surname: one of two given names or surnames of several left out, folded. */
function shorterForms({ name, forms }: CorpusEntity): readonly string[] {
  const nickname = withNickname.exec(name);
  if (nickname) {
    const [, given = '', between = '', surname = ''] = nickname;
    return [`${given} ${surname}`, `${between} ${surname}`].map(foldName);
  }
  // `Osorio` is a form of `Luis Osorio Chong`: so is `Luis Osorio`.
  const tokens = nameTokens(foldName(name));
  const shorts = forms.map(foldName);
  return tokens.flatMap((token, at) =>
    at > 0 && at < tokens.length - 1 && shorts.includes(token)
      ? [tokens.slice(0, at + 1).join(' '), `${tokens[0] ?? ''} ${token}`]
      : [],
  );
}

/** `Robert “Bud” Lane` */
const withNickname = new Lettered(
  String.raw`^(\p{Lu}[\p{L}\p{M}.’'-]*(?: \p{Lu}\.?)?) [“‘"'(](\p{Lu}[\p{L}\p{M} -]*)[”’"')] (.+)$`,
  'u',
);

function inTheNews(occurrences: number): number {
  return 2 * Math.log2(1 + occurrences);
}

/** Most mentioned first; equals in an order of their own. */
export function byMentions(one: Node, other: Node): number {
  const [name, otherName] = [one.entity.name, other.entity.name];
  return (
    other.mentions - one.mentions ||
    other.entity.occurrenceCount - one.entity.occurrenceCount ||
    byCodeUnits(name, otherName) ||
    comparePlaces(one, other)
  );
}

function comparePlaces(one: Node, other: Node): number {
  const path = one.entity.latest(1)[0]?.article.path ?? '';
  const otherPath = other.entity.latest(1)[0]?.article.path ?? '';
  return byCodeUnits(path, otherPath);
}

/** How much more likely somebody is meant whose name starts as typed, or who is printed so. */
const startsWorth = 3;
const printedWorth = 1;

/** How likely an entity is meant by what was typed of it. */
export function fitness({ weight, name, surname, forms }: Node, typed: string): number {
  const starts = name.startsWith(typed) || surname.startsWith(typed);
  const printedSo = forms.get(typed) === true;
  return weight + (starts ? startsWorth : 0) + (printedSo ? printedWorth : 0);
}

/** No entity of so many occurrences is fitter. */
export function mostWorth(occurrences: number): number {
  return inTheNews(occurrences) + Math.max(...Object.values(kindWeight)) + startsWorth + printedWorth;
}

/** The best; a letter typed fits thousands, so those below the last place are left out before ranking. */
export function foremost(
  found: readonly { readonly node: Node; readonly worth: number }[],
  limit: number,
): Node[] {
  const worths = Float64Array.from(found, it => it.worth).sort();
  const least = worths[Math.max(0, worths.length - limit)] ?? 0;
  return found
    .filter(it => it.worth >= least)
    .sort((one, other) => other.worth - one.worth || byMentions(one.node, other.node))
    .slice(0, limit)
    .map(it => it.node);
}

/** Whether the corrected words are a form of an entity, or its name without middle names. */
export function isMeant(node: Node, meant: readonly string[]): boolean {
  const folded = meant.join(' ');
  if (node.forms.has(folded)) {
    return true;
  }
  const [first] = meant;
  const last = meant[meant.length - 1];
  return [...node.forms.keys()].some(form => {
    const tokens = nameTokens(form);
    const core = coreTokens(tokens);
    const starts = core[0] === first || (first?.length === 1 && core[0]?.startsWith(first));
    return (
      meant.length > 1 && starts && core.at(-1) === last && meant.slice(1).every(it => tokens.includes(it))
    );
  });
}
