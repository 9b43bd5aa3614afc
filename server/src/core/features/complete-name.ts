import { beginsTyped, foldName, hasTyped, nameTokens, typedTokens } from '../corpus/names-forms.ts';
import { isFirstName } from '../parse/entities-first-names.ts';
import { isFirstOfName } from './first-of-name.ts';
import { isGarbled } from './garbled-name.ts';
import { hoverEntity } from './hover-name.ts';
import { nameParticles } from '../text/name-particles.ts';
import { nameWritten } from './name-written.ts';
import type { Block } from '../parse/reading.ts';
import type { CheckContext, Link } from './context.ts';
import type { Completion } from './completion.ts';
import type { CorpusEntity } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';

const most = 20;

/** Up to six words, each with a capital or a particle of names, of which the last is being typed. */
const capitalWords = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}’'.-])(?:(?:\\p{Lu}[\\p{L}\\p{M}’'.-]*|${nameParticles})[ ]+){0,5}(?:(?:al|el|d|l)[-’'])?\\p{Lu}[\\p{L}\\p{M}’'-]*$`,
  'u',
);

/** A particle that is being typed behind a word with a capital: `Anna vo`, `Anna von de`. Of one letter it may be any word. */
const particleTyped = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}’'.-])(?:\\p{Lu}[\\p{L}\\p{M}’'.-]* ){1,4}(?:\\p{Ll}{2,4}|(?:(?:${nameParticles}) ){1,2}\\p{Ll}{1,4})$`,
  'u',
);

/** Names of the sources that start as the words before the cursor do, after a capital letter. */
export function completeName(
  context: CheckContext,
  link: Link,
  draft: Draft,
  block: Block,
  offset: number,
): readonly Completion[] {
  const before = draft.text.slice(Math.max(block.start, offset - 120), offset);
  const typed = capitalWords.exec(before)?.[0] ?? particleTyped.exec(before)?.[0];
  const isParticle = typed !== undefined && !/\p{Lu}\S*$/u.test(typed);
  if (typed === undefined || /^[\p{L}\p{M}\p{N}]/u.test(draft.text.slice(offset, offset + 1))) {
    return [];
  }
  const words = typed.split(/ +/);
  // The longest run of words that a name starts with or holds: `Foreign Minister Luis Vide` is a title and a name.
  for (let first = 0; first < words.length; first++) {
    const run = words.slice(first);
    const start = offset - spanLength(typed, run);
    const isBegun = !isParticle || /^\p{Lu}/u.test(run[0] ?? '');
    if (!isBegun || (first > 0 && isFirstOfName(words[first - 1] ?? ''))) {
      continue;
    }
    const asked = run.join(' ');
    const known = context.corpus
      .complete(asked, 3 * most)
      .filter(it => !isGarbled(it.name) && (!isParticle || it.name.includes(asked)));
    const tokens = typedTokens(asked);
    const items = known.flatMap(entity =>
      forms(draft, entity, tokens).map(form => item(draft, link, entity, form, { start, end: offset })),
    );
    const written = draft.text.slice(start, offset);
    // A list would take the Enter that ends the line, and give somebody's full name a second time.
    if (known.some(({ name }) => name.endsWith(` ${written}`) && draft.text.includes(name))) {
      return [];
    }
    if (items.length > 0) {
      // A place and a body of its name look the same in a list.
      const isFirst = (it: Completion, at: number): boolean =>
        items.findIndex(other => other.label === it.label && other.detail === it.detail) === at;
      return items.filter((it, at) => it.newText !== written && isFirst(it, at)).slice(0, most);
    }
  }
  return [];
}

/** People who hold the title before the cursor: `Foreign Minister `. */
export function completeTitled(
  { corpus }: CheckContext,
  link: Link,
  draft: Draft,
  block: Block,
  offset: number,
): readonly Completion[] {
  const before = draft.text.slice(Math.max(block.start, offset - 120), offset);
  const title = /(?<![\p{L}\p{M}\p{N}’'.-])((?:\p{Lu}[\p{L}\p{M}’'.-]*[ ]+)+)$/u.exec(before)?.[1]?.trim();
  if (title === undefined) {
    return [];
  }
  return corpus
    .titled(title, most)
    .map(entity => item(draft, link, entity, entity.name, { start: offset, end: offset }));
}

/** The forms of a name to offer: where the draft has named them already, the surname first. */
function forms(draft: Draft, entity: CorpusEntity, typed: readonly string[]): readonly string[] {
  const known = [entity.name, ...entity.forms];
  // At the start of a sentence a particle has a capital.
  const short = known
    .filter(form => entity.name.toLowerCase().endsWith(` ${form.toLowerCase()}`))
    .map(form => entity.name.slice(-form.length))
    .reduce<string | undefined>(
      (one, other) => (one === undefined || other.length < one.length ? other : one),
      undefined,
    );
  const introduced = draft.text.includes(entity.name);
  const tokensOf = (form: string): readonly string[] => nameTokens(foldName(form));
  const offered: string[] = [];
  const surname = short ?? (introduced ? surnameOf(entity) : undefined);
  if (surname !== undefined && beginsTyped(tokensOf(surname), typed)) {
    offered.push(surname);
  }
  if (hasTyped(tokensOf(entity.name), typed)) {
    offered.push(entity.name);
  }
  const other = offered.length > 0 ? undefined : known.find(form => beginsTyped(tokensOf(form), typed));
  if (other !== undefined) {
    offered.push(other);
  }
  return introduced ? offered : offered.reverse();
}

/** The surname of a first name and one word more, though no source prints it alone. */
function surnameOf({ kind, name }: CorpusEntity): string | undefined {
  const [first = '', surname, ...rest] = name.split(' ');
  return kind === 'person' && rest.length === 0 && isFirstName(first) ? surname : undefined;
}

/** How far the last words of the typed ones reach back. */
function spanLength(typed: string, run: readonly string[]): number {
  let at = typed.length;
  for (const word of [...run].reverse()) {
    at = typed.lastIndexOf(word, at - word.length);
  }
  return typed.length - at;
}

function item(
  draft: Draft,
  link: Link,
  entity: CorpusEntity,
  form: string,
  replace: Completion['replace'],
): Completion {
  const written = draft.written.slice(replace.start, replace.end);
  const newText = nameWritten(form, written);
  return {
    kind: 'name',
    label: newText,
    detail: entity.role ?? entity.affiliation ?? '',
    documentation: () => hoverEntity(link, entity),
    replace,
    newText,
    // A surname typed finds the full name too.
    filterText: `${written} ${form}`,
  };
}
