import { quantile, timed } from '../measure.ts';
import type { Operation } from '../operation.ts';
import { positionAt } from '../server.ts';

/** The mouse rests on each quotation and on each speaker of a draft. */
export const hover: Operation = {
  name: 'hover',
  scale: 'articles',
  needs: 'server',
  async run(log, workspace) {
    const { server } = await workspace.server();
    const { cases } = await workspace.draft();
    const { text } = server;
    const places = cases.flatMap(({ words, speaker }) => {
      const quotation = text.indexOf(words);
      return [quotation + 5, text.indexOf(speaker, quotation) + 1].map(offset => positionAt(text, offset));
    });
    const times: number[] = [];
    let shown = 0;
    for (const place of places) {
      let answer: unknown;
      times.push(
        await timed(async () => {
          answer = await server.hover(place);
        }, server.clock),
      );
      shown += answer === null ? 0 : 1;
    }
    const note = `${String(shown)} of ${String(places.length)} places have one`;
    log.add('hover, p95', quantile(times, 0.95), 'ms', note);
  },
};
