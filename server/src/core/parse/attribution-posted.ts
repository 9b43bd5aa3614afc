import type { Stage } from './attribution-scene.ts';
import { speakerNamed } from './attribution-speakers.ts';
import { isHandle, nameAbovePost, nameBelowPost } from './layout-posts.ts';
import type { Speaker } from './reading.ts';

/** Whose post a block is, as the line below or above it names them: `— Holt Wheelers (@holtwheelers) March 3, 2024`. */
export function postedBy(stage: Stage, block: number): Speaker | undefined {
  const { text, blocks } = stage;
  const [above, below] = [blocks[block - 1], blocks[block + 1]];
  const signed = below && nameBelowPost(text.slice(below.start, below.end));
  if (signed) {
    return speakerNamed(stage, below.start + signed.start, below.start + signed.end);
  }
  const headed = above && nameAbovePost(text.slice(above.start, above.end));
  return headed
    ? speakerNamed(stage, above.start + headed.start, above.start + headed.end)
    : namedAboveHandle(stage, block);
}

/** Whoever is named in a line of its own above the line with their handle, and that above the post. */
function namedAboveHandle(stage: Stage, block: number): Speaker | undefined {
  const { text, blocks } = stage;
  let at = block - 1;
  while (at > 0 && blocks[at]?.kind === 'blockquote') {
    at--;
  }
  const [name, own] = [blocks[at - 1], blocks[at]];
  const isOwn = own !== undefined && isHandle(text.slice(own.start, own.end));
  return isOwn && name !== undefined && name.end - name.start <= LONGEST_NAME
    ? speakerNamed(stage, name.start, name.end)
    : undefined;
}

/** No name above a post is longer, in characters. */
const LONGEST_NAME = 50;

/** The only person whom the headline of a printed interview names: whoever answers there. */
export function interviewee(stage: Stage, block: number): Speaker | undefined {
  let only: number | undefined;
  let place: { readonly start: number; readonly end: number } | undefined;
  for (const { start, end, entity, kind, block: at } of stage.mentions) {
    if (at >= block || at > LAST_OF_HEAD) {
      break;
    }
    if (stage.blocks[at]?.kind !== 'title' || kind !== 'person' || entity === only) {
      continue;
    }
    if (only !== undefined) {
      return undefined;
    }
    only = entity;
    place = { start, end };
  }
  const name = stage.entities[only ?? -1]?.name;
  return place && name !== undefined ? { ...place, name, entity: only, kind: 'name' } : undefined;
}

/** No headline stands farther down, in blocks. */
const LAST_OF_HEAD = 30;
