import type { Stage } from './attribution-scene.ts';
import type { Speaker } from './reading.ts';

/** Whoever posts as `@analane`: Ana Lane, where the text names her, or the only Lane; else the handle says who it is. */
export function speakerByHandle({ text, entities }: Stage, start: number, end: number): Speaker {
  const printed = text.slice(start, end);
  const handle = lettersOf(printed);
  const named = (isMeant: (words: readonly string[]) => boolean): number | undefined => {
    const found = entities.flatMap(({ kind, name }, index) =>
      kind === 'person' && isMeant(name.split(' ').map(lettersOf)) ? [index] : [],
    );
    return found.length === 1 ? found[0] : undefined;
  };
  const entity =
    named(words => words.length > 1 && words.join('') === handle) ?? named(words => words.at(-1) === handle);
  return {
    start,
    end,
    name: entities[entity ?? -1]?.name ?? printed,
    entity,
    kind: entity === undefined ? 'description' : 'name',
  };
}

/** The letters that a handle may have; `Peña` posts as `@pena`. */
function lettersOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

/** `RT @analane:`, `@analane:`: where the handle stands in what leads to a post, from its start. */
export function handleIn(lead: string): { readonly start: number; readonly end: number } | undefined {
  const found = /^(?:(?:RT|MT|via) )?(@\w{2,20})\s?:$/i.exec(lead);
  const handle = found?.[1];
  const start = lead.indexOf('@');
  return handle === undefined ? undefined : { start, end: start + handle.length };
}
