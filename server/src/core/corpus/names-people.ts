import type { Article } from './article.ts';
import type { Spellings } from './names-spellings.ts';
import type { NamesTable } from './names-table.ts';

/** The names of one article, in the table that holds them. */
export interface Shelved {
  readonly table: NamesTable;
  /** Index of the article in the table. */
  readonly place: number;
}

/** The entities of an article. */
export function namesOf({ table, place }: Shelved): Uint32Array {
  return table.ids.subarray(table.starts[place], table.starts[place + 1]);
}

/** Who is named in full in an article: with whom somebody is named tells namesakes apart. */
export class PeopleOfArticles {
  readonly #spellings: Spellings;
  readonly #shelvedOf: (path: string) => Shelved | undefined;
  readonly #known = new WeakMap<Article, readonly string[]>();

  constructor(spellings: Spellings, shelvedOf: (path: string) => Shelved | undefined) {
    this.#spellings = spellings;
    this.#shelvedOf = shelvedOf;
  }

  /** The people of an article who are named in full, folded. */
  of(article: Article): readonly string[] {
    let people = this.#known.get(article);
    if (!people) {
      const shelved = this.#shelvedOf(article.path);
      people = shelved ? this.#fullNames(shelved) : [];
      this.#known.set(article, people);
    }
    return people;
  }

  #fullNames(shelved: Shelved): readonly string[] {
    const names: string[] = [];
    for (const id of namesOf(shelved)) {
      const name = shelved.table.entities.person(id);
      const spelling = name === undefined ? undefined : this.#spellings.of(name);
      if (spelling && spelling.tokens.length > 1) {
        names.push(spelling.folded);
      }
    }
    return names;
  }
}
