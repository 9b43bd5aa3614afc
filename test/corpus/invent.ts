import type { Article } from '../../server/src/core/corpus/article.ts';
import type { Entity, Mention, NameKind, Quotation, Utterance } from '../../server/src/core/parse/reading.ts';

export interface InventedName {
  readonly name: string;
  readonly kind?: NameKind;
  readonly forms?: readonly string[];
  readonly role?: string;
  readonly affiliation?: string;
  readonly gender?: 'female' | 'male';
}

export interface Invented {
  readonly path: string;
  readonly text?: string;
  readonly title?: string;
  readonly date?: string;
  readonly outlet?: string;
  readonly names?: readonly (string | InventedName)[];
  /** Name of the speaker of each “…”, in order; undefined for none. */
  readonly speakers?: readonly (string | undefined)[];
}

/**
 * An article as reading would give it, of which a test says who is in it: what stands between curly marks is a
 * quotation, and every place where a form stands is a mention.
 */
export function invent({
  path,
  text = '',
  title,
  date,
  outlet,
  names = [],
  speakers = [],
}: Invented): Article {
  const entities: Entity[] = names.map(it => {
    const given: InventedName = typeof it === 'string' ? { name: it } : it;
    const { name, kind = 'person', forms = [], role, affiliation, gender } = given;
    return { kind, name, forms: [...new Set([name, ...forms])], role, affiliation, gender };
  });
  const block = { start: 0, end: text.length, kind: 'paragraph' as const, paragraph: 1, hidden: [] };
  const mentions: Mention[] = [];
  entities.forEach((entity, index) => {
    for (const form of entity.forms) {
      for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1)) {
        const end = at + form.length;
        mentions.push({ start: at, end, kind: entity.kind, text: form, entity: index, block: 0 });
      }
    }
  });
  const quotations: Quotation[] = [...text.matchAll(/“([^”]*)”/g)].map((match, index) => {
    const start = match.index + 1;
    const end = start + (match[1] ?? '').length;
    const name = speakers[index];
    const entity = entities.findIndex(it => it.name === name);
    return {
      start,
      end,
      outer: { start: start - 1, end: end + 1 },
      mark: 'double',
      closed: true,
      block: 0,
      utterance: index,
      kind: 'direct',
      speaker:
        name === undefined
          ? undefined
          : { start: 0, end: 0, name, entity: entity === -1 ? undefined : entity, kind: 'name' },
      cue: undefined,
      nested: [],
      hypothetical: false,
    };
  });
  const utterances: Utterance[] = quotations.map((quotation, index) => ({
    quotations: [index],
    speaker: quotation.speaker,
  }));
  return {
    path,
    key: path.replace(/^.*\//, '').replace(/\.\w+$/, ''),
    text,
    title,
    date,
    outlet,
    byline: undefined,
    words: text.split(/\s+/).filter(word => word !== '').length,
    blocks: [block],
    mentions,
    entities,
    quotations,
    utterances,
    unbalanced: [],
  };
}
