import { allSteps } from '../text/steps.ts';

/**
 * What citations call each article: path to key. The key is the file's name without its extension, in
 * `A-Za-z0-9_.-`; files of one name take their parent folders in front, as many as tell them apart. Never a
 * counter: a key must not change its meaning because another file came or went.
 */
export function articleKeys(paths: readonly string[]): ReadonlyMap<string, string> {
  return allSteps(keysInSteps(paths));
}

/** Paths that are dealt with between two steps: a millisecond or two. */
const pathsAtOnce = 1000;

/** The same, with steps between which others may have their turn. */
export function* keysInSteps(paths: readonly string[]): Generator<void, ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  let open: Iterable<string> = new Set(paths);
  for (const detail of details(paths)) {
    let steps = 0;
    for (const path of open) {
      keys.set(path, detail(path));
      if (++steps % pathsAtOnce === 0) {
        yield;
      }
    }
    const clashing = yield* clashingIn(keys);
    if (clashing.size === 0) {
      break;
    }
    open = clashing;
  }
  return keys;
}

/** What an article is called while no other has a name like its. */
export function plainKey(path: string): string {
  return tail(stem(path), 0);
}

/** The keys that articles have. */
export interface GivenKeys {
  /** The paths whose key is not their plain one. */
  readonly clashing: Iterable<string>;
  /** Whose a key is. */
  pathOf(key: string): string | undefined;
}

/**
 * The keys of files that come, where neither these nor those that go change the key of another file: without looking
 * at all of them. Undefined where they may, and all keys have to be worked out anew.
 */
export function settledKeys(
  coming: readonly string[],
  going: readonly string[],
  { clashing, pathOf }: GivenKeys,
): ReadonlyMap<string, string> | undefined {
  const others = new Set(clashing);
  // What a file may be called on the way to its key can clash, too; and who is called so may have got its key that way.
  const taken = new Set<string>();
  for (const path of others) {
    for (const detail of details([path])) {
      const key = detail(path);
      const owner = pathOf(key);
      taken.add(key);
      if (owner !== undefined) {
        others.add(owner);
      }
    }
  }
  // And how deep the folders are decides what is tried on those that clash.
  const deepest = others.size === 0 ? Number.POSITIVE_INFINITY : depthOf([...others]);
  for (const path of [...coming, ...going]) {
    const key = plainKey(path);
    if (taken.has(key) || (pathOf(key) ?? path) !== path || depthOf([path]) > deepest) {
      return undefined;
    }
    taken.add(key);
  }
  return new Map(coming.map(path => [path, plainKey(path)]));
}

/** Ways to name a path, each saying more than the one before: tried in turn on those that still clash. */
function* details(paths: readonly string[]): Generator<(path: string) => string> {
  const depth = depthOf(paths);
  for (let parents = 0; parents < depth; parents++) {
    yield path => tail(stem(path), parents);
  }
  // One folder may hold `budget.md` and `budget.txt`.
  for (let parents = 0; parents < depth; parents++) {
    yield path => tail(path, parents);
  }
  // And `a b.txt` beside `a-b.txt`: what differs is not allowed in a key, so its code points are spelt out.
  yield path => spelt(path.normalize('NFC'));
  // And `é.txt` beside itself, the accent a letter of its own.
  yield path => spelt(path);
}

function depthOf(paths: readonly string[]): number {
  let deepest = 1;
  for (const path of paths) {
    let depth = 1;
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      depth++;
    }
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The paths that share their key with another. */
function* clashingIn(keys: ReadonlyMap<string, string>): Generator<void, ReadonlySet<string>> {
  const holders = new Map<string, string>();
  const clashing = new Set<string>();
  let steps = 0;
  for (const [path, key] of keys) {
    const other = holders.get(key);
    if (other === undefined) {
      holders.set(key, path);
    } else {
      clashing.add(other).add(path);
    }
    if (++steps % pathsAtOnce === 0) {
      yield;
    }
  }
  return clashing;
}

function stem(path: string): string {
  const name = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  return dot > name ? path.slice(0, dot) : path;
}

function tail(path: string, parents: number): string {
  if (parents === 0) {
    return allowed(path.slice(path.lastIndexOf('/') + 1));
  }
  return path
    .split('/')
    .slice(-1 - parents)
    .map(allowed)
    .join('-');
}

const plain = /^[A-Za-z0-9_.-]*$/;

function allowed(name: string): string {
  if (plain.test(name)) {
    return name;
  }
  // Composed first: the same name is stored decomposed on some disks and would get a different key there.
  return name.normalize('NFC').replace(/[^A-Za-z0-9_.-]/gu, '-');
}

function spelt(path: string): string {
  return path.replace(/[^A-Za-z0-9.-]/gu, character => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
}
