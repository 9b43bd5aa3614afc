import { addTo } from './names-buckets.ts';

/** The roles that the sources give people, to the buckets where these are: who holds a title is found by its last word. */
export class Roles {
  readonly #byLastWord = new Map<string, Map<string, Set<string>>>();

  add(role: string, bucket: string): void {
    const folded = role.toLowerCase();
    const roles = this.#byLastWord.get(lastWord(folded)) ?? new Map<string, Set<string>>();
    this.#byLastWord.set(lastWord(folded), roles);
    addTo(roles, folded, bucket);
  }

  /** The buckets where those may be who hold a title. */
  bucketsFor(title: string): ReadonlySet<string> {
    const buckets = new Set<string>();
    for (const [role, holders] of this.#byLastWord.get(lastWord(title.toLowerCase())) ?? []) {
      if (isTitleOf(title, role)) {
        holders.forEach(bucket => buckets.add(bucket));
      }
    }
    return buckets;
  }
}

/** Whether a role and a title end alike: the one may say more than the other. */
export function isTitleOf(title: string, role: string): boolean {
  return saysAll(title, role) || saysAll(role, title);
}

/** Whether a role says all that a title does. */
export function saysAll(title: string, role: string): boolean {
  return ` ${role.toLowerCase()}`.endsWith(` ${title.toLowerCase()}`);
}

function lastWord(words: string): string {
  return words.slice(words.lastIndexOf(' ') + 1);
}
