import type { Attribution } from './attribution-find.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import type { QuotationSpan } from './marks.ts';
import type { Block, Mention } from './reading.ts';

/** A block of a text, and what was found in the text that may lie in it. */
export interface SceneSource {
  readonly text: string;
  readonly block: Block;
  readonly blockIndex: number;
  /** All of the text, in order. */
  readonly quotations: readonly QuotationSpan[];
  readonly mentions: readonly Mention[];
  /** Index of the first that begins in the block or behind it. */
  readonly firstQuotation: number;
  readonly firstMention: number;
}

/** A sentence as token indexes, and its signs of speech, once somebody has asked for them. */
export interface ReadSentence {
  readonly from: number;
  readonly to: number;
  attributions: readonly Attribution[] | undefined;
}

/** A block cut into tokens and sentences. */
export interface ReadScene {
  readonly tokens: Tokens;
  readonly sentences: readonly ReadSentence[];
}

/** What was read of the blocks of a text, by their words. */
export type ReadScenes = ReadonlyMap<string, Known>;

/** A scene, and what it was read from. */
interface Known {
  readonly source: SceneSource;
  readonly scene: ReadScene;
}

/** A word is told from the few letters to its sides, at the edges of a block those beside it. */
const beside = 3;

/**
 * What the version before of a text tells of its blocks: while somebody types, all but one or two are as they were. Those
 * that moved have their tokens moved along. Nothing but what is read from a block alone is kept.
 */
export class KnownScenes {
  readonly #before: ReadScenes;
  readonly #read = new Map<string, Known>();

  constructor(before: ReadScenes = new Map()) {
    this.#before = before;
  }

  /** What was asked for, for the next version. */
  get read(): ReadScenes {
    return this.#read;
  }

  /** The scene of a block: the known one, else what `read` gives. */
  get(source: SceneSource, read: (source: SceneSource) => ReadScene): ReadScene {
    const { text, block } = source;
    const words = text.slice(Math.max(0, block.start - beside), block.end + beside);
    const known = this.#before.get(words);
    const scene = known !== undefined && isAlike(known.source, source) ? moved(known, source) : read(source);
    this.#read.set(words, { source, scene });
    return scene;
  }
}

/** Whether blocks of the same words have the same marks, names and hidden stretches in them. */
function isAlike(one: SceneSource, other: SceneSource): boolean {
  const by = other.block.start - one.block.start;
  const { length } = one.block.hidden;
  if (length !== other.block.hidden.length) {
    return false;
  }
  for (let at = 0; at < length; at++) {
    const hidden = one.block.hidden[at];
    const there = other.block.hidden[at];
    if (hidden?.start !== (there?.start ?? 0) - by || hidden.end !== (there?.end ?? 0) - by) {
      return false;
    }
  }
  return areAlikeQuotations(one, other, by) && areAlikeMentions(one, other, by);
}

function areAlikeQuotations(one: SceneSource, other: SceneSource, by: number): boolean {
  for (let at = 0; ; at++) {
    const quotation = inBlock(one.quotations[one.firstQuotation + at], one.block);
    const there = inBlock(other.quotations[other.firstQuotation + at], other.block);
    if (quotation === undefined || there === undefined) {
      return quotation === there;
    }
    if (
      quotation.start !== there.start - by ||
      quotation.end !== there.end - by ||
      quotation.outer.start !== there.outer.start - by ||
      quotation.outer.end !== there.outer.end - by
    ) {
      return false;
    }
  }
}

function inBlock(quotation: QuotationSpan | undefined, { end }: Block): QuotationSpan | undefined {
  return quotation !== undefined && quotation.outer.start < end ? quotation : undefined;
}

function areAlikeMentions(one: SceneSource, other: SceneSource, by: number): boolean {
  for (let at = 0; ; at++) {
    const first = one.mentions[one.firstMention + at];
    const second = other.mentions[other.firstMention + at];
    const mention = first !== undefined && first.start < one.block.end ? first : undefined;
    const there = second !== undefined && second.start < other.block.end ? second : undefined;
    if (mention === undefined || there === undefined) {
      return mention === there;
    }
    if (mention.start !== there.start - by || mention.end !== there.end - by || mention.kind !== there.kind) {
      return false;
    }
  }
}

/** A known scene where the block stands now. */
function moved({ source: then, scene }: Known, now: SceneSource): ReadScene {
  const by = now.block.start - then.block.start;
  const byMention = now.firstMention - then.firstMention;
  const byQuotation = now.firstQuotation - then.firstQuotation;
  const { count, starts, ends, refs, kinds, classes, marks } = scene.tokens;
  // Written out, as is all that is made at each keystroke: the engine takes a microsecond for each property behind a spread.
  const tokens = {
    text: now.text,
    block: now.blockIndex,
    count,
    kinds,
    classes,
    marks,
    starts: by === 0 ? starts : starts.map(it => it + by),
    ends: by === 0 ? ends : ends.map(it => it + by),
    refs:
      byMention === 0 && byQuotation === 0
        ? refs
        : refs.map((ref, index) =>
            ref < 0 ? ref : ref + (kinds[index] === Kind.quotation ? byQuotation : byMention),
          ),
  };
  return { tokens, sentences: scene.sentences };
}
