import type { NameKind } from '../parse/reading.ts';
import { bucketOf, coreTokens, foldName, nameTokens, withoutPossessive } from './names-forms.ts';
import type { GivenName } from './names-merge.ts';
import type { Spelling } from './names-story.ts';

/** A bucket that a name which the project gives has its forms in, wherever they would be without it. */
export interface GivenBucket {
  readonly name: string;
  /** The buckets where its forms are filed. */
  readonly filed: ReadonlySet<string>;
  /** Every word of its forms. */
  readonly tokens: ReadonlySet<string>;
}

/** How names are compared, worked out once a spelling: most names stand in many articles. */
export class Spellings {
  /** Where names are found that the project gives. */
  readonly givenBuckets: readonly GivenBucket[];
  readonly #given: ReadonlyMap<string, GivenName>;
  readonly #known = new Map<string, Spelling>();
  readonly #folded = new Map<string, Spelling>();

  constructor(people: Readonly<Record<string, readonly string[]>>) {
    this.#given = givenNames(people);
    this.givenBuckets = givenBuckets(this.#given);
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

  /** The bucket of a name, as the project has it. */
  bucketOf({ folded, tokens }: Spelling, kind: NameKind): string {
    const given = this.#given.get(folded);
    return given ? givenBucket(given) : bucketOf(tokens, kind);
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

function givenBuckets(given: ReadonlyMap<string, GivenName>): readonly GivenBucket[] {
  const buckets = new Map<string, { readonly filed: Set<string>; readonly tokens: Set<string> }>();
  for (const [folded, name] of given) {
    const bucket = givenBucket(name);
    const { filed, tokens } = buckets.get(bucket) ?? { filed: new Set([bucket]), tokens: new Set() };
    buckets.set(bucket, { filed, tokens });
    const own = nameTokens(folded);
    filed.add(bucketOf(own, 'person')).add(bucketOf(own, 'organisation'));
    own.forEach(token => tokens.add(token));
  }
  return Array.from(buckets, ([name, { filed, tokens }]) => ({ name, filed, tokens }));
}

function givenBucket({ folded }: GivenName): string {
  return coreTokens(nameTokens(folded)).at(-1) ?? '';
}
