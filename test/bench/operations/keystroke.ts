import type { Position } from 'vscode-languageserver/node';
import { quantile, timed } from '../measure.ts';
import type { Operation } from '../operation.ts';
import { positionAt, type Server } from '../server.ts';

const inserted = ' river';
const places = 14;
const warmUp = 4;

/** A key is pressed in a draft of 2,000 words with 40 quotations, until its diagnostics are there. */
export const keystroke: Operation = {
  name: 'keystroke',
  scale: 'articles',
  needs: 'server',
  async run(log, workspace) {
    const { server } = await workspace.server();
    const { text, cases } = await workspace.draft();
    const inside = cases.map(it =>
      positionAt(text, text.indexOf(it.words) + Math.floor(it.words.length / 2)),
    );
    const outside = inside.map(({ line }) => ({ line, character: 12 }));
    const pull = (): Promise<unknown> => server.pull();
    await strokes(server, [...inside.slice(0, warmUp), ...outside.slice(0, warmUp)], pull);

    const used = inside.slice(warmUp, warmUp + places);
    const quoted = await strokes(server, used, pull);
    const plain = await strokes(server, outside.slice(warmUp, warmUp + places), pull);
    log.add('keystroke to diagnostics, median', quantile([...quoted, ...plain], 0.5), 'ms');
    log.add('keystroke to diagnostics, p95', quantile([...quoted, ...plain], 0.95), 'ms');
    log.add('… inside a quotation, p95', quantile(quoted, 0.95), 'ms');
    log.add('… in prose, p95', quantile(plain, 0.95), 'ms');

    const all = await strokes(server, used, position => server.everything(position));
    log.add('keystroke to all that VS Code asks for, p95', quantile(all, 0.95), 'ms');
  },
};

/** Types some letters at each place and takes them out again; milliseconds of each key. */
async function strokes(
  server: Server,
  positions: readonly Position[],
  ask: (position: Position) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const { line, character } of positions) {
    for (let index = 0; index < inserted.length * 2; index++) {
      const typing = index < inserted.length;
      const at = { line, character: character + (typing ? index : inserted.length * 2 - index - 1) };
      times.push(
        await timed(async () => {
          await server.type(at, typing ? inserted.charAt(index) : '', typing ? 0 : 1);
          await ask(at);
        }, server.clock),
      );
    }
  }
  return times;
}
