import type { NameKind } from '../parse/reading.ts';
import { coreTokens, foldName, nameTokens, withoutPossessive } from './names-forms.ts';
import type { GivenName } from './names-merge.ts';
import type { Spelling } from './names-story.ts';

/** How names are compared, worked out once a spelling: most names stand in many articles. */
export class Spellings {
  readonly #given: ReadonlyMap<string, GivenName>;
  readonly #known = new Map<string, Spelling>();
  readonly #buckets = new Map<Spelling, { person: string | undefined; organisation: string | undefined }>();
  readonly #folded = new Map<string, Spelling>();

  constructor(people: Readonly<Record<string, readonly string[]>>) {
    this.#given = givenNames(people);
  }

  of(name: string): Spelling {
    let spelling = this.#known.get(name);
    if (!spelling) {
      const folded = foldName(name);
      spelling = this.#folded.get(folded) ?? { folded, tokens: nameTokens(folded) };
      this.#folded.set(folded, spelling);
      this.#known.set(name, spelling);
    }
    return spelling;
  }

  /** What the project says of a folded name. */
  given(folded: string): GivenName | undefined {
    return this.#given.get(folded);
  }

  /** Every word of the names that the project gives. */
  givenTokens(): ReadonlySet<string> {
    return new Set([...this.#given.keys()].flatMap(nameTokens));
  }

  /** Where names that may be one meet: those of one last word, or of the same initials. */
  bucketOf(spelling: Spelling, kind: NameKind): string {
    const kept = this.#buckets.get(spelling) ?? { person: undefined, organisation: undefined };
    this.#buckets.set(spelling, kept);
    if (kind === 'organisation') {
      kept.organisation ??= this.#bucket(spelling, true);
      return kept.organisation;
    }
    kept.person ??= this.#bucket(spelling, false);
    return kept.person;
  }

  #bucket(spelling: Spelling, isOrganisation: boolean): string {
    const given = this.#given.get(spelling.folded);
    const tokens = given ? nameTokens(given.folded) : spelling.tokens;
    return isOrganisation && tokens.length > 1 && !given
      ? initials(tokens)
      : (coreTokens(tokens).at(-1) ?? '');
  }
}

/** A name as it is asked for, folded. */
export function foldAsked(name: string): string {
  return foldName(withoutPossessive(name.trim()));
}

function givenNames(people: Readonly<Record<string, readonly string[]>>): Map<string, GivenName> {
  const names = new Map<string, GivenName>();
  for (const [name, forms] of Object.entries(people)) {
    const given: GivenName = { name, folded: foldName(name), forms };
    for (const form of [name, ...forms]) {
      names.set(foldName(form), given);
    }
  }
  return names;
}

const smallWords = new Set(['of', 'and', 'the', 'for', 'on', 'in', 'to', 'de', 'la', 'y']);

/** Where `North Atlantic Treaty Organization` and `NATO` meet. */
function initials(tokens: readonly string[]): string {
  return tokens
    .filter(token => !smallWords.has(token))
    .map(token => token.slice(0, 1))
    .join('');
}
