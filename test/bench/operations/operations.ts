import type { Operation } from '../operation.ts';
import { activation } from './activation.ts';
import { articleChange } from './article-change.ts';
import { command } from './command.ts';
import { completion } from './completion.ts';
import { hover } from './hover.ts';
import { indexing } from './indexing.ts';
import { keystroke } from './keystroke.ts';
import { memory } from './memory.ts';
import { reading } from './reading.ts';
import { rivals } from './rivals.ts';
import { verification } from './verification.ts';
import { warmStart } from './warm-start.ts';

/** In the order in which they run: those that ask a server first, for it is stopped before others need the memory. */
export const operations: readonly Operation[] = [
  activation,
  command,
  warmStart,
  memory,
  keystroke,
  hover,
  completion,
  articleChange,
  indexing,
  reading,
  verification,
  rivals,
];
