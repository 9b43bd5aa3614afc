import { quantile, timed } from '../measure.ts';
import type { Operation } from '../operation.ts';
import { positionAt, type Server } from '../server.ts';

const names = 20;
const quotations = 15;
const lettersOfName = 8;
const lettersOfQuotation = 24;

/** Names and quotations are typed letter by letter, and what would complete them is asked for at each. */
export const completion: Operation = {
  name: 'completion',
  scale: 'articles',
  needs: 'server',
  async run(log, workspace) {
    const { server } = await workspace.server();
    const cases = await workspace.cases(Math.max(names, quotations * 3), 'other');
    const first = await typeAll(server, ['The Foreign Min', cases[0]?.speaker ?? '', '“We will']);
    const ofNames = await typeAll(
      server,
      cases.slice(0, names).map(it => (it.speaker.split(' ').at(-1) ?? '').slice(0, lettersOfName)),
    );
    const verbatim = cases.filter(it => it.kind === 'verbatim').slice(0, quotations);
    const ofQuotations = await typeAll(
      server,
      verbatim.map(it => `“${it.words.slice(0, lettersOfQuotation)}`),
    );
    log.add('completion of a name, p95', quantile(ofNames, 0.95), 'ms');
    log.add('completion of a quotation, p95', quantile(ofQuotations, 0.95), 'ms');
    const all = [...first, ...ofNames, ...ofQuotations];
    log.add('completion, p95', quantile([...ofNames, ...ofQuotations], 0.95), 'ms');
    log.add('completion, the longest, the first included', quantile(all, 1), 'ms');
  },
};

/** Types each text into a paragraph of its own at the end of the draft; milliseconds from each key to the list. */
async function typeAll(server: Server, texts: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  const lead = 'Then ';
  for (const text of texts) {
    const start = positionAt(server.text, server.text.length);
    await server.type(start, lead);
    for (let index = 0; index < text.length; index++) {
      const at = { line: start.line, character: start.character + lead.length + index };
      const after = { ...at, character: at.character + 1 };
      times.push(
        await timed(async () => {
          await server.type(at, text.charAt(index));
          await server.completion(after);
        }, server.clock),
      );
    }
    await server.type(start, '', lead.length + text.length);
  }
  return times;
}
