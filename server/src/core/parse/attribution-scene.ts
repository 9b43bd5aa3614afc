import { Last } from '../text/last.ts';
import type { Attribution } from './attribution-find.ts';
import { findAttributions } from './attribution-find.ts';
import type { KnownScenes, ReadScene, ReadSentence, SceneSource } from './attribution-known.ts';
import { isAlone } from './attribution-pulled.ts';
import { sentenceStarts } from './attribution-sentences.ts';
import { tokenise } from './attribution-tokenise.ts';
import type { Tokens } from './attribution-tokens.ts';
import type { QuotationSpan } from './marks.ts';
import { roleWords } from './attribution-roles.ts';
import type { Block, Entity, Mention } from './reading.ts';
import { type Row, tableRows } from './table-rows.ts';

const lastSentence = new Last<Sentence>();

/** One block as it is read for speech. */
export interface Scene {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

/** A sentence as token indexes, and whom it lets speak. */
export class Sentence {
  /** Index of the entity that speaks in it, known once its quotations are read. */
  speaker: number | undefined;
  /** Somebody speaks in it who is no known person: `the official`, a name that no finder knew. */
  stranger = false;
  readonly #tokens: Tokens;
  readonly #read: ReadSentence;

  constructor(tokens: Tokens, read: ReadSentence) {
    this.#tokens = tokens;
    this.#read = read;
  }

  get from(): number {
    return this.#read.from;
  }

  get to(): number {
    return this.#read.to;
  }

  /** Read when first asked for: most sentences hold no quotation. */
  get attributions(): readonly Attribution[] {
    this.#read.attributions ??= findAttributions(this.#tokens, this.from, this.to);
    return this.#read.attributions;
  }
}

/** What a text gives to those who look for its speakers; blocks are read when they are asked for. */
export class Stage {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly quotations: readonly QuotationSpan[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  /** What the pronouns read last tell of people, by entity, and in which block they stand. */
  readonly pronounsOf = new Map<number, { readonly gender: 'female' | 'male'; readonly block: number }>();
  readonly #scenes: (Scene | undefined)[];
  readonly #known: KnownScenes | undefined;
  #byForm: ReadonlyMap<string, number> | undefined;
  #inPassing: string | undefined;
  #firstMentions: readonly number[] | undefined;
  #byRole: ReadonlyMap<string, readonly number[]> | undefined;
  #byInitials: ReadonlyMap<string, number | undefined> | undefined;
  #families: ReadonlyMap<string, readonly number[]> | undefined;
  #rows: ReadonlyMap<number, Row> | undefined;

  constructor(
    text: string,
    blocks: readonly Block[],
    quotations: readonly QuotationSpan[],
    names: { readonly entities: readonly Entity[]; readonly mentions: readonly Mention[] },
    known: KnownScenes | undefined,
  ) {
    this.#known = known;
    this.text = text;
    this.blocks = blocks;
    this.quotations = quotations;
    this.entities = names.entities;
    this.mentions = names.mentions;
    this.#scenes = new Array<Scene | undefined>(blocks.length);
  }

  /** The entity that the text names so, in whatever case, or by that surname. */
  entityNamed(printed: string): number | undefined {
    this.#byForm ??= entitiesByForm(this.entities);
    return this.#byForm.get(printed.toLowerCase());
  }

  /** The person whose surname a body has for its only name: `Ford`, of Kirsten Ford. */
  bearerOf(body: number): number | undefined {
    const name = this.entities[body]?.name ?? ' ';
    const [only, ...others] = this.relatives(name);
    return others.length === 0 ? only : undefined;
  }

  /** The people whom the text names in full by a surname. */
  relatives(surname: string): readonly number[] {
    this.#families ??= families(this.entities);
    return this.#families.get(surname) ?? [];
  }

  /** The only person of the text whose initials those are: `GZ`, of Gabriel Zorn. */
  personByInitials(initials: string): number | undefined {
    this.#byInitials ??= byInitials(this.entities);
    return this.#byInitials.get(initials.replaceAll('.', '').toLowerCase());
  }

  /** All that is quoted with words of the narrator's around it. */
  get quotedInPassing(): string {
    this.#inPassing ??= this.quotations
      .filter(({ block, outer }) => !isAlone(this.text, this.blocks[block] ?? outer, outer))
      .map(({ start, end }) => this.text.slice(start, end))
      .join('\0');
    return this.#inPassing;
  }

  /** The people who can be meant by a word of their role, in lower case: `the president`, behind “We wrote to President Lane,”, is another. */
  peopleWithRole(word: string): readonly number[] {
    this.#byRole ??= peopleByRole(this.entities, this.#named());
    return this.#byRole.get(word) ?? [];
  }

  /** The rows of its tables, by block. */
  get rows(): ReadonlyMap<number, Row> {
    this.#rows ??= tableRows(this.text, this.blocks);
    return this.#rows;
  }

  /** Whether an entity is named before an offset. */
  isNamedBy(entity: number, offset: number): boolean {
    this.#firstMentions ??= firstMentions(this.entities.length, this.mentions);
    return (this.#firstMentions[entity] ?? 0) < offset;
  }

  /** Whom the narrator names, not somebody who is quoted. */
  #named(): ReadonlySet<number> {
    const named = new Set<number>();
    let quotation = 0;
    for (const { start, entity } of this.mentions) {
      while ((this.quotations[quotation]?.end ?? Infinity) <= start) {
        quotation++;
      }
      if (start < (this.quotations[quotation]?.start ?? Infinity)) {
        named.add(entity);
      }
    }
    return named;
  }

  /** The tokens and sentences of a block. */
  scene(block: number): Scene | undefined {
    const known = this.#scenes[block];
    const span = this.blocks[block];
    if (known || !span) {
      return known;
    }
    const source = {
      text: this.text,
      block: span,
      blockIndex: block,
      quotations: this.quotations,
      mentions: this.mentions,
      firstQuotation: firstFrom(
        this.quotations.length,
        index => this.quotations[index]?.outer.start ?? 0,
        span.start,
      ),
      firstMention: firstFrom(this.mentions.length, index => this.mentions[index]?.start ?? 0, span.start),
    };
    const read = this.#known === undefined ? readScene(source) : this.#known.get(source, readScene);
    const { tokens } = read;
    const sentences = read.sentences.map(it => lastSentence.hold(new Sentence(tokens, it)));
    const scene = { tokens, sentences };
    this.#scenes[block] = scene;
    return scene;
  }
}

/** Cuts a block into tokens and sentences. */
export function readScene(source: SceneSource): ReadScene {
  const tokens = tokenise(source);
  const starts = sentenceStarts(tokens, source.quotations);
  const sentences = starts.map((from, index): ReadSentence => {
    return { from, to: starts[index + 1] ?? tokens.count, attributions: undefined };
  });
  return { tokens, sentences };
}

function entitiesByForm(entities: readonly Entity[]): ReadonlyMap<string, number> {
  const byForm = new Map<string, number>();
  for (const [index, { forms }] of entities.entries()) {
    for (const form of forms) {
      const key = form.toLowerCase();
      for (const name of [key, key.slice(key.lastIndexOf(' ') + 1)]) {
        if (!byForm.has(name)) {
          byForm.set(name, index);
        }
      }
    }
  }
  return byForm;
}

function firstMentions(count: number, mentions: readonly Mention[]): readonly number[] {
  const first = new Array<number>(count).fill(Infinity);
  for (const { entity, start } of mentions) {
    first[entity] = Math.min(first[entity] ?? Infinity, start);
  }
  return first;
}

/** People by their initials, of all their names and of the first and the last; undefined for those that more have. */
function byInitials(entities: readonly Entity[]): ReadonlyMap<string, number | undefined> {
  const people = new Map<string, number | undefined>();
  for (const [index, { kind, name }] of entities.entries()) {
    const letters = kind === 'person' ? name.split(/[\s-]+/).map(it => it.charAt(0).toLowerCase()) : [];
    const all = letters.join('');
    for (const key of letters.length < 2
      ? []
      : new Set([all, `${letters[0] ?? ''}${letters.at(-1) ?? ''}`])) {
      people.set(key, people.has(key) ? undefined : index);
    }
  }
  return people;
}

/** People by surname. */
function families(entities: readonly Entity[]): ReadonlyMap<string, readonly number[]> {
  const bySurname = new Map<string, number[]>();
  for (const [index, { kind, name }] of entities.entries()) {
    const surname = kind === 'person' ? /\s(\S+)$/.exec(name)?.[1] : undefined;
    if (surname !== undefined) {
      const known = bySurname.get(surname) ?? [];
      known.push(index);
      bySurname.set(surname, known);
    }
  }
  return bySurname;
}

function peopleByRole(
  entities: readonly Entity[],
  named: ReadonlySet<number>,
): ReadonlyMap<string, readonly number[]> {
  const byRole = new Map<string, number[]>();
  for (const [index, { kind, role }] of entities.entries()) {
    for (const word of kind === 'person' && role !== undefined && named.has(index) ? roleWords(role) : []) {
      const known = byRole.get(word) ?? [];
      known.push(index);
      byRole.set(word, known);
    }
  }
  return byRole;
}

/** The first of `count` ordered positions that is at `offset` or behind it. */
function firstFrom(count: number, position: (index: number) => number, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (position(middle) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
