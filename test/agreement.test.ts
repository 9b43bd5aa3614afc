import { strict as assert } from 'node:assert';
import type { Diagnostic } from 'vscode-languageserver';
import { dayOf } from '../client/src/report-name.ts';
import type { CheckReport } from '../server/src/cli/check-report.ts';
import type { Report } from '../server/src/lsp/own-protocol.ts';
import { stet } from './cli/stet.ts';
import { loadFixtures, type Fixture } from './support/fixture.ts';
import { Wire } from './support/wire.ts';

/** What both front ends are compared by. */
interface Said {
  readonly code: string;
  readonly severity: string;
  readonly from: string;
  readonly message: string;
  readonly fixes: readonly string[];
}

const severities = ['', 'error', 'warning', 'information', 'hint'];

describe('the command line and the language server agree on', () => {
  const fixtures = loadFixtures(['diagnostics']).filter(it => it.draft !== undefined);
  it('many fixtures', () => {
    assert.ok(fixtures.length >= 30, String(fixtures.length));
  });
  for (const fixture of fixtures) {
    it(fixture.name, async () => {
      const wire = await Wire.start(filesOf(fixture));
      try {
        const uri = await wire.openDocument(fixture.draft!.path, fixture.draft!.text, languageOf(fixture));
        const server = (await wire.pull(uri)).map(ofServer);
        const { stdout } = await stet(wire.root, 'check', '--format', 'json', fixture.draft!.path);
        const report = JSON.parse(stdout) as CheckReport;
        const client = report.drafts.flatMap(draft => draft.findings.map(ofCommandLine));
        assert.deepEqual(server, client);
      } finally {
        await wire.stop();
      }
    });
  }
});

describe('the command line and the language server write the same record', () => {
  const fixtures = loadFixtures(['diagnostics']).filter(it => it.draft?.path.endsWith('.md') === true);
  const text = fixtures.map(it => it.draft!.text).join('\n\n');
  const articles = fixtures.slice(0, 12).flatMap(it => it.articles);
  const ignored =
    '“Nobody ever said these words aloud,” Ortiz said. <!-- stet-ignore quote-not-found: on tape -->';
  for (const format of ['markdown', 'html', 'csv'] as const) {
    it(`as ${format}`, async () => {
      const files = Object.fromEntries(articles.map(it => [it.path, it.text]));
      const wire = await Wire.start({ ...files, 'brief.md': `${text}\n\n${ignored}\n` });
      try {
        const uri = await wire.openDocument('brief.md', `${text}\n\n${ignored}\n`);
        const { stdout } = await stet(wire.root, 'report', '--format', format, 'brief.md');
        const day = dayOf(new Date());
        const report: Report = await wire.client.sendRequest('stet/report', { uri, format, day });
        assert.equal(report.text, stdout);
        assert.match(stdout, /on tape/u);
      } finally {
        await wire.stop();
      }
    });
  }
});

function filesOf({ articles, draft, project }: Fixture): Record<string, string> {
  return {
    ...Object.fromEntries([...articles, draft!].map(({ path, text }) => [path, text])),
    'stet.json': project ?? '{}',
  };
}

function languageOf({ draft }: Fixture): string {
  return draft!.path.endsWith('.md') ? 'markdown' : 'plaintext';
}

function ofServer({ code, severity, range, message, data }: Diagnostic): Said {
  return {
    code: String(code),
    severity: severities[severity ?? 0] ?? '',
    from: `${String(range.start.line + 1)}:${String(range.start.character + 1)}`,
    message: String(message),
    fixes: (data as { readonly fixes: readonly string[] }).fixes,
  };
}

function ofCommandLine(finding: CheckReport['drafts'][number]['findings'][number]): Said {
  const { code, severity, line, column, message, fixes } = finding;
  return {
    code,
    severity,
    from: `${String(line)}:${String(column)}`,
    message,
    fixes: fixes.map(it => it.title),
  };
}
