import type { Draft } from '../core/draft/draft.ts';
import type { Finding } from '../core/features/finding.ts';

/** Milliseconds after the last keystroke until a mark that was opened and not closed is worth a word. */
const pause = 2500;

interface Typed {
  text: string;
  /** Where the last change ended, in UTF-16 units; undefined while nothing was typed. */
  offset: number | undefined;
  /** Whether anything was held back since. */
  held: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** Knows where a writer is typing: a quotation that is being written has no closing mark yet, and that is no mistake. */
export class Typing {
  readonly #documents = new Map<string, Typed>();
  /** Called once the writer has paused, where something was held back. */
  onPause: (uri: string) => void = () => undefined;

  /** Tells the text of a document as it is now: opened, or changed. */
  note(uri: string, text: string): void {
    const before = this.#documents.get(uri);
    clearTimeout(before?.timer);
    const typed: Typed = { text, offset: undefined, held: false, timer: undefined };
    if (before !== undefined) {
      typed.offset = endOfChange(before.text, text);
      typed.timer = setTimeout(() => {
        typed.offset = undefined;
        if (typed.held) {
          this.onPause(uri);
        }
      }, pause);
      typed.timer.unref();
    }
    this.#documents.set(uri, typed);
  }

  forget(uri: string): void {
    clearTimeout(this.#documents.get(uri)?.timer);
    this.#documents.delete(uri);
  }

  /** Whether a finding is only about a quotation that is being typed right now. */
  holdsBack(uri: string, draft: Draft, finding: Finding): boolean {
    const typed = this.#documents.get(uri);
    const offset = typed?.offset;
    if (typed === undefined || offset === undefined || finding.code !== 'quote-unbalanced') {
      return false;
    }
    const block = draft.blocks.find(it => it.start <= finding.start && finding.start <= it.end);
    const isHere = block !== undefined && block.start <= offset && offset <= block.end + 1;
    typed.held ||= isHere;
    return isHere;
  }
}

/** Where the changed stretch of the new text ends. */
function endOfChange(before: string, after: string): number {
  const shared = Math.min(before.length, after.length);
  let tail = 0;
  while (
    tail < shared &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return after.length - tail;
}
