import type { Entity, Mention } from '../parse/reading.ts';
import type { SpanReader, SpanWriter } from './article-codec-spans.ts';
import type { Article } from './article.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** In the order in which they are numbered; what is new is put at the end, and `articleFormat` grows. */
const nameKinds = ['person', 'organisation', 'place'] as const satisfies readonly Entity['kind'][];
const genders = [undefined, 'female', 'male'] as const satisfies readonly Entity['gender'][];

/** An entity by itself, its strings spelt out. */
export function writeEntity(writer: ByteWriter, entity: Entity): void {
  writer.number(nameKinds.indexOf(entity.kind));
  writer.number(genders.indexOf(entity.gender));
  writer.string(entity.name);
  writer.number(entity.forms.length);
  for (const form of entity.forms) {
    writer.string(form);
  }
  writer.optional(entity.role);
  writer.optional(entity.affiliation);
}

/** What `writeEntity` wrote. */
export function readEntity(reader: ByteReader): Entity {
  const kind = nameKinds[reader.number()] ?? 'person';
  const gender = genders[reader.number()];
  const name = reader.string();
  const forms = Array.from({ length: reader.number() }, () => reader.string());
  return { kind, name, forms, role: reader.optional(), affiliation: reader.optional(), gender };
}

/** The name of an entity that is a person; undefined where it is none. */
export function readPerson(reader: ByteReader): string | undefined {
  const kind = nameKinds[reader.number()];
  reader.number();
  return kind === 'person' ? reader.string() : undefined;
}

/** Who is named in an article, as bytes. */
export function writeEntities(writer: SpanWriter, { entities }: Pick<Article, 'entities'>): void {
  writer.number(entities.length);
  for (const entity of entities) {
    writer.choice(nameKinds, entity.kind);
    writer.choice(genders, entity.gender);
    writer.quoted(entity.name);
    writer.number(entity.forms.length);
    for (const form of entity.forms) {
      writer.quoted(form);
    }
    writer.quoted(entity.role);
    writer.quoted(entity.affiliation);
  }
}

/** Where somebody or something is named in an article, as bytes. */
export function writeMentions(writer: SpanWriter, { mentions }: Pick<Article, 'mentions'>): void {
  writer.number(mentions.length);
  for (const mention of mentions) {
    writer.span(mention);
    writer.choice(nameKinds, mention.kind);
    writer.slice(mention.text, mention);
    writer.signed(mention.entity);
    writer.signed(mention.block);
  }
}

/** What `writeEntities` wrote. */
export function readEntities(reader: SpanReader): readonly Entity[] {
  const entities = new Array<Entity>(reader.number());
  for (let index = 0; index < entities.length; index++) {
    const kind = reader.choice(nameKinds);
    const gender = reader.choice(genders);
    const name = reader.quoted() ?? '';
    const forms = new Array<string>(reader.number());
    for (let form = 0; form < forms.length; form++) {
      forms[form] = reader.quoted() ?? '';
    }
    entities[index] = { kind, name, forms, role: reader.quoted(), affiliation: reader.quoted(), gender };
  }
  return entities;
}

/** What `writeMentions` wrote. */
export function readMentions(reader: SpanReader): readonly Mention[] {
  const mentions = new Array<Mention>(reader.number());
  for (let index = 0; index < mentions.length; index++) {
    const start = reader.start();
    const end = reader.end(start);
    const kind = reader.choice(nameKinds);
    const text = reader.slice(start, end);
    mentions[index] = { start, end, kind, text, entity: reader.signed(), block: reader.signed() };
  }
  return mentions;
}
