import type { Page } from 'playwright-core';

/** Watches, frame by frame, the squiggles of all lines but one. */
export interface MarksWatch {
  /** Ends it: the squiggles that were gone, or elsewhere, in any frame since. */
  end(): Promise<readonly string[]>;
}

/** Begins to watch the squiggles of every line that holds none of the words. */
export async function watchMarks(page: Page, besides: readonly string[]): Promise<MarksWatch> {
  const watch = await page.evaluateHandle(words => {
    const marks = (): Set<string> => {
      const lines = [...document.querySelectorAll('.editor-group-container.active .view-line')].map(line => ({
        top: line.getBoundingClientRect().top,
        text: line.textContent.replaceAll('\u00a0', ' '),
      }));
      const drawn = document.querySelectorAll('.editor-group-container.active [class*="squiggly-"]');
      const shown = [...drawn].flatMap(mark => {
        const { x, top, width } = mark.getBoundingClientRect();
        const line = lines.find(it => Math.abs(it.top - top) < 4);
        const kind = /squiggly-\w+/.exec(mark.className)?.[0];
        return line === undefined || words.some(it => line.text.includes(it))
          ? []
          : [`${kind} ${Math.round(x)}+${Math.round(width)} ${line.text}`];
      });
      return new Set(shown);
    };
    const expected = marks();
    const lost = new Set<string>();
    const state = { expected, lost, going: true };
    const look = (): void => {
      const now = marks();
      for (const mark of expected) {
        if (!now.has(mark)) {
          lost.add(mark);
        }
      }
      if (state.going) {
        requestAnimationFrame(look);
      }
    };
    look();
    return state;
  }, besides);
  return {
    async end() {
      const seen = await watch.evaluate(state => {
        state.going = false;
        return { expected: state.expected.size, lost: [...state.lost] };
      });
      await watch.dispose();
      if (seen.expected === 0) {
        throw new Error(`No squiggle stood outside of “${besides.join('”, “')}”.`);
      }
      return seen.lost;
    },
  };
}
