import assert from 'node:assert/strict';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { schemaFaults } from '../support/schema.ts';
import { newsroom, stet } from './stet.ts';

interface Log {
  runs: { results: Result[]; invocations: { toolExecutionNotifications: unknown[] }[] }[];
}

interface Result {
  ruleId: string;
  message: { text: string };
  relatedLocations: { id: number }[];
  fixes?: { description: { text: string } }[];
}

describe('the SARIF log, against the schema of OASIS', function () {
  this.timeout(20_000);
  const faults = schemaFaults(schema);

  async function log(folder: string, ...words: string[]): Promise<Log> {
    const { stdout } = await stet(folder, 'check', '--format', 'sarif', ...words);
    const value = JSON.parse(stdout) as Log;
    assert.deepEqual(faults(value), []);
    return value;
  }

  it('is valid with findings of every sort', async () => {
    const [run] = (await log('.', '--root', 'samples')).runs;
    const codes = new Set(run!.results.map(it => it.ruleId));
    assert.ok(codes.size >= 10, [...codes].join());
    assert.ok(run!.results.some(it => it.relatedLocations.length > 0));
    assert.ok(run!.results.some(it => it.fixes !== undefined));
  });

  it('is valid with nothing found', async () => {
    const [run] = (await log(temporaryFolder(newsroom), 'briefs/good.md')).runs;
    assert.deepEqual(run!.results, []);
  });

  it('is valid with names of files that no address takes as they are, and with what could not be read', async () => {
    const folder = temporaryFolder({
      ...newsroom,
      'briefs/1: späte “Frist” 100%?#.md': newsroom['briefs/bad.md'],
      'articles/scan {1}.pdf': '',
      'stet.json': '{ "polcy": 1 }',
    });
    const [run] = (await log(folder)).runs;
    assert.equal(run!.invocations[0]!.toolExecutionNotifications.length, 2);
    assert.ok(JSON.stringify(run).includes('1%3A%20sp%C3%A4te'));
  });

  it('quotes braces and links as words, not as arguments and links', async () => {
    const folder = temporaryFolder({
      'articles/a.txt': 'Notes\n\n“We fill {0} and [here](1) by June,” Ana Ortiz said.\n',
      'brief.txt': '“We fill {0} and [here](1) by July,” Ana Ortiz said.\n',
    });
    const [result] = (await log(folder)).runs[0]!.results;
    const fix = result!.fixes![0]!.description.text;
    assert.ok(fix.includes('fill {{0}} and [here] (1) by June'), fix);
  });

  it('would be found fault with if it were wrong', () => {
    assert.notDeepEqual(faults({ version: '2.1.0', runs: [{ results: [] }] }), []);
    assert.notDeepEqual(faults({ version: '2.1.0', $schema: 'no address', runs: [] }), []);
  });
});
