import { strict as assert } from 'node:assert';
import { win32 } from 'node:path';
import { periodLabel } from '../../client/src/period.ts';
import {
  articlesEntry,
  articlesOf,
  readProject,
  withArticles,
  type ProjectFile,
} from '../../client/src/project-file.ts';
import { dayOf, reportName, reportText } from '../../client/src/report-name.ts';
import { byVerdict, quotationIcon, severityIcon } from '../../client/src/verdict-groups.ts';
import type * as client from '../../client/src/protocol.ts';
import { parseProject } from '../../server/src/core/project-parse.ts';
import { verdicts } from '../../server/src/core/verify/verdict.ts';
import type * as server from '../../server/src/lsp/own-protocol.ts';
import type * as status from '../../server/src/lsp/status.ts';

describe('stet.json, as the client writes it', () => {
  const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
  const read = (text?: string): ProjectFile => {
    const project = readProject(text === undefined ? undefined : encoded(text));
    return project.kind === 'good' ? project : assert.fail(project.fault);
  };

  it('is made where there is none', () => {
    const text = withArticles(read(), ['sources']);
    assert.equal(text, '{\n  "articles": [\n    "sources"\n  ]\n}\n');
    assert.deepEqual(parseProject(text).project.articles, ['sources']);
    assert.equal(withArticles(read('  \n'), ['sources']), text);
  });

  it('keeps what else it says, and how it is written', () => {
    assert.equal(
      withArticles(read('{\r\n\t"citation": "link",\r\n\t"articles": ["old"],\r\n\t"drafts": []\r\n}\r\n'), [
        'new',
      ]),
      '{\r\n\t"citation": "link",\r\n\t"articles": [\r\n\t\t"new"\r\n\t],\r\n\t"drafts": []\r\n}\r\n',
    );
  });

  it('is read with the byte-order mark that some editors put before it', () => {
    assert.equal(
      withArticles(read('\uFEFF{ "policy": "tidy" }'), ['new']),
      '{\n  "policy": "tidy",\n  "articles": [\n    "new"\n  ]\n}\n',
    );
  });

  it('is not written anew where something of it would be lost', () => {
    const fault = (bytes: Uint8Array): string => {
      const project = readProject(bytes);
      return project.kind === 'bad' ? project.fault : assert.fail('taken as it is');
    };
    for (const text of ['{ "articles": [', '{ "a": [], } ', '// sources\n{}', '{ /* wire */ }']) {
      assert.equal(fault(encoded(text)), 'syntax', text);
    }
    for (const text of ['[]', 'null', '"wire"', '3']) {
      assert.equal(fault(encoded(text)), 'shape', text);
    }
    assert.equal(fault(Buffer.from('{ "people": { "Inés": [] } }', 'latin1')), 'encoding');
    assert.equal(fault(Buffer.from('\uFEFF{}', 'utf16le')), 'encoding');
  });

  it('tells what it names', () => {
    assert.deepEqual(articlesOf(read('{ "articles": ["a", 3, "b"] }')), ['a', 'b']);
    assert.deepEqual(articlesOf(read('{ "drafts": [] }')), []);
    assert.deepEqual(articlesOf(read()), []);
  });

  it('names a folder from the root', () => {
    assert.equal(articlesEntry('/home/ana/desk', '/home/ana/desk/wire/2024'), 'wire/2024');
    assert.equal(articlesEntry('/home/ana/desk', '/home/ana/desk'), '.');
    assert.equal(articlesEntry('/home/ana/desk', '/home/ana/desktop'), '/home/ana/desktop');
    assert.equal(articlesEntry('/home/ana/desk', '/home/ana/desk/..wire'), '..wire');
    assert.equal(articlesEntry('/home/ana/desk', '/home/ana'), '/home/ana');
  });

  it('names a folder from the root in whatever letters Windows has for both', () => {
    const entry = (root: string, folder: string): string => articlesEntry(root, folder, win32);
    assert.equal(entry('c:\\Users\\ana\\desk', 'C:\\Users\\Ana\\Desk\\wire\\2024'), 'wire/2024');
    assert.equal(entry('c:\\desk', 'C:\\Desk'), '.');
    assert.equal(entry('c:\\desk', 'd:\\desk\\wire'), 'd:\\desk\\wire');
    assert.equal(entry('\\\\server\\news\\desk', '\\\\Server\\news\\desk\\wire'), 'wire');
    assert.equal(entry('\\\\server\\news', '\\\\server\\wire\\may'), '\\\\server\\wire\\may');
  });
});

describe('the Draft view', () => {
  it('groups by verdict, the worst first, each in the order of the text', () => {
    const items = ['verified', 'not-found', 'altered', 'verified', 'clipped'].map((verdict, at) => ({
      verdict,
      at,
    }));
    assert.deepEqual(
      byVerdict(items).map(it => [it.verdict, it.items.map(item => item.at)]),
      [
        ['clipped', [4]],
        ['altered', [2]],
        ['not-found', [1]],
        ['verified', [0, 3]],
      ],
    );
  });

  it('knows every verdict', () => {
    const listed = verdicts.filter(it => it !== 'skipped');
    const grouped = byVerdict(listed.map(verdict => ({ verdict })));
    assert.equal(grouped.at(-1)?.verdict, 'verified');
    assert.equal(
      byVerdict([...listed, 'surprising'].map(verdict => ({ verdict })))[0]?.verdict,
      'surprising',
    );
  });

  it('shows each as severe as the editor does, and an exempted one as nothing to mend', () => {
    assert.equal(quotationIcon('altered', 'error').icon, 'error');
    assert.equal(quotationIcon('altered', 'warning').icon, 'warning');
    assert.equal(quotationIcon('variants', 'information').icon, 'info');
    assert.equal(quotationIcon('verified', 'hint').icon, 'pass');
    assert.equal(quotationIcon('verified', null).icon, 'pass');
    assert.equal(quotationIcon('not-found', null).icon, 'circle-slash');
    assert.deepEqual(
      (['error', 'warning', 'information'] as const).map(it => severityIcon(it).icon),
      ['error', 'warning', 'info'],
    );
  });
});

describe('names and dates', () => {
  it('of a report', () => {
    assert.equal(reportName('/desk/briefs/river talks.md', 'html'), 'river talks.report.html');
    assert.equal(reportName('Untitled-1', 'csv'), 'Untitled-1.report.csv');
    assert.equal(reportName('/desk/.brief', 'md'), '.brief.report.md');
    assert.equal(dayOf(new Date(2024, 0, 5, 23, 59)), '2024-01-05');
  });

  it('of a report for spreadsheets, which begins with a byte-order mark', () => {
    assert.equal(reportText('draft,line\r\n', 'csv'), '\uFEFFdraft,line\r\n');
    assert.equal(reportText('# Record\n', 'md'), '# Record\n');
    assert.equal(reportText('<!doctype html>', 'html'), '<!doctype html>');
  });

  it('of a period, in the language of the editor', () => {
    assert.equal(periodLabel('2024', 'en'), '2024');
    assert.equal(periodLabel('2024-05', 'en'), 'May 2024');
    assert.equal(periodLabel('2024-05-03', 'en'), 'May 3, 2024');
    assert.equal(periodLabel('2024-05', 'de'), 'Mai 2024');
    assert.equal(periodLabel('undated', 'en'), 'undated');
  });
});

/** Both sides of the wire mean the same: a difference does not compile. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;
const same: readonly true[] = [
  true satisfies Same<client.CorpusStatus, status.CorpusStatus>,
  true satisfies Same<client.DraftStatus, status.DraftStatus>,
  true satisfies Same<client.NoDraft, status.NoDraft>,
  true satisfies Same<client.FindQuotationsParams, server.FindQuotationsParams>,
  true satisfies Same<client.QuotationItem, server.QuotationItem>,
  true satisfies Same<client.InsertQuotationParams, server.InsertQuotationParams>,
  true satisfies Same<client.Insertion, server.Insertion>,
  true satisfies Same<client.CitationItem, server.CitationItem>,
  true satisfies Same<client.InsertCitationParams, server.InsertCitationParams>,
  true satisfies Same<client.PasteQuotationParams, server.PasteQuotationParams>,
  true satisfies Same<client.SearchItem, server.SearchItem>,
  true satisfies Same<client.SourceItem, server.SourceItem>,
  true satisfies Same<client.PersonItem, server.PersonItem>,
  true satisfies Same<client.DraftList, server.DraftList>,
  true satisfies Same<client.CheckAllResult, server.CheckAllResult>,
  true satisfies Same<client.ReportParams, server.ReportParams>,
];

describe('the protocol of the extension', () => {
  it('is the same on both sides', () => {
    assert.ok(same.every(it => it));
  });
});
