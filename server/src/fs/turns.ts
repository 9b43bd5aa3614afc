/** Milliseconds of work after which others get their turn. */
const longestTurn = 5;
/** In one turn of the event loop a question is read from the wire, in the next put in line, in the third answered. */
const turnsOfQuestion = 3;

/** Lets others have their turn: what was asked meanwhile is answered. */
export async function nextTurn(): Promise<void> {
  for (let turn = 0; turn < turnsOfQuestion; turn++) {
    await new Promise(resolve => {
      setImmediate(resolve);
    });
  }
}

/** The stretch of work between two turns of others. */
export class Turn {
  #since = performance.now();

  /** Whether others have waited for long enough. */
  get isOver(): boolean {
    return performance.now() - this.#since > longestTurn;
  }

  /** Lets others have theirs, and begins anew. Rejects with the reason of the signal where it was aborted meanwhile. */
  async pass(signal?: AbortSignal): Promise<void> {
    await nextTurn();
    signal?.throwIfAborted();
    this.#since = performance.now();
  }
}

/** Does work step by step and lets others have their turn; gives what it comes to. */
export async function inTurns<T>(work: Generator<unknown, T>, signal?: AbortSignal): Promise<T> {
  const turn = new Turn();
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
    if (turn.isOver) {
      await turn.pass(signal);
    }
  }
}

/** Does something with each of many, and lets others have their turn in between. */
export async function eachInTurns<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
  const turn = new Turn();
  for (const item of items) {
    work(item);
    if (turn.isOver) {
      await turn.pass();
    }
  }
}
