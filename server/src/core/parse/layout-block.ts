import type { Span } from '../text/span.ts';
import type { BlockKind } from './reading.ts';

/** A block before its place in the article is known. */
export interface RawBlock extends Span {
  readonly kind: BlockKind;
  readonly hidden: readonly Span[];
}
