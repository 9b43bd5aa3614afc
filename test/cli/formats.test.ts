import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { newsroom, stet } from './stet.ts';

const files = {
  ...newsroom,
  'briefs/späte, 100%: frist.md': newsroom['briefs/bad.md'],
  'articles/scan.pdf': '',
};

describe('the formats of stet check', function () {
  this.timeout(20_000);
  const folder = temporaryFolder(files);

  it('human: place, severity, code, message, both sides’ words, and a line that sums up', async () => {
    const { status, stdout } = await stet(folder, 'check', 'briefs');
    assert.equal(status, 2);
    const [first] = stdout.split('\n\n');
    const lines = first!.split('\n');
    assert.equal(lines[0], 'briefs/bad.md:3:2  error  quote-altered.negation');
    assert.match(lines[1]!, /^ {2}A negation is changed: the draft leaves out “not” \(Ana Ortiz, /);
    assert.equal(lines[2], '  draft   We will raise taxes this year,');
    assert.equal(lines[3], '  source  We will not raise taxes this year,');
    assert.match(lines[4]!, /^ {10}articles\/2024-05-03-budget\.md:3 {2}¶2, Ana Ortiz, /);
    const summary = stdout.trimEnd().split('\n').slice(-2);
    assert.equal(summary[0], '3 quotations: 1 verified, 2 altered.');
    assert.match(
      summary[1]!,
      /^2 errors in 3 drafts, against 2 sources \(\d+ words\)\. 1 problem: not everything could be checked\.$/,
    );
    assert.doesNotMatch(stdout, /\x1b/);
  });

  it('human: that nothing was checked where there is no source, and no praise', async () => {
    const { 'briefs/good.md': brief } = newsroom;
    const { status, stdout } = await stet(temporaryFolder({ 'briefs/good.md': brief }), 'check');
    assert.equal(status, 2);
    assert.equal(
      stdout,
      'Nothing is checked: there is no source.\n1 draft. 1 problem: not everything could be checked.\n',
    );
  });

  it('human: coloured on a terminal only, and not with NO_COLOR or a dumb one', async () => {
    const terminal = { folder, isTerminal: true };
    const coloured = await stet(terminal, 'check', 'briefs/bad.md');
    assert.match(coloured.stdout, /\x1b\[31merror\x1b\[39m/);
    const plain = await stet(folder, 'check', 'briefs/bad.md');
    for (const environment of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      const { stdout } = await stet({ ...terminal, environment }, 'check', 'briefs/bad.md');
      assert.equal(stdout, plain.stdout, Object.keys(environment).join());
    }
    assert.equal(
      (await stet({ ...terminal, environment: { NO_COLOR: '' } }, 'check', 'briefs/bad.md')).stdout,
      coloured.stdout,
    );
    assert.equal(coloured.stdout.replace(/\x1b\[\d+m/g, ''), plain.stdout);
  });

  it('steers no terminal by what stands in drafts, articles and names of files', async () => {
    const root = temporaryFolder({
      'articles/\x1b[8mone.txt':
        'Bridge\x1b]0;to\x07 close\n\n“We will \x1b[8mnever\x1b[0m close it,” Okafor said.\n',
      'articles/\x9b2J.pdf': '',
      'brief\x1b[2J.md': '“We will \x1b[8mclose it\x1b[0m now,” Okafor said.\n',
    });
    for (const words of [['check'], ['search', 'close it'], ['report', 'brief\x1b[2J.md']]) {
      const { stdout, stderr } = await stet(root, ...words);
      assert.match(stdout, /\ufffd.*close it/);
      assert.match(stderr, /\ufffd/);
      assert.doesNotMatch(stdout + stderr, /[^\P{Cc}\n]/u);
    }
  });

  it('shows progress on a terminal only, and wipes it away', async () => {
    const shown = await stet({ folder, isTerminal: true }, 'check', '--format', 'json', 'briefs/good.md');
    assert.match(shown.stderr, /^\r\x1b\[2KReading sources: 2 of 2\r\x1b\[2Kstet: articles\/scan\.pdf/);
    JSON.parse(shown.stdout);
    assert.match(
      (await stet(folder, 'check', 'briefs/good.md')).stderr,
      /^stet: articles\/scan\.pdf: not read[^\r]*\n$/,
    );
  });

  it('github: one escaped command a finding and problem, named from the workspace', async () => {
    const { stdout } = await stet(
      { folder: `${folder}/briefs`, environment: { GITHUB_WORKSPACE: folder.replace(/\/[^/]+$/, '') } },
      'check',
      '--root',
      folder,
      '--format',
      'github',
      '../briefs',
    );
    const name = folder.replace(/^.*\//, '');
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.length, 3);
    assert.equal(
      lines[0],
      `::error file=${name}/articles/scan.pdf,title=stet::articles/scan.pdf: not read: it is a PDF; save it as text (.txt or .md)`,
    );
    const [, properties, message] = /^::error ([^:]*)::(.*)$/.exec(lines[1]!)!;
    assert.equal(
      properties,
      `file=${name}/briefs/bad.md,line=3,endLine=3,col=2,endColumn=32,title=stet%3A quote-altered.negation`,
    );
    assert.match(
      message!,
      /^A negation is changed: .*%0Aarticles\/2024-05-03-budget\.md:3: We will not raise taxes this year,$/,
    );
    assert.match(lines[2]!, new RegExp(`^::error file=${name}/briefs/späte%2C 100%25%3A frist\\.md,line=3,`));
  });

  it('github: no columns for what goes over several lines', async () => {
    const brief = '“We will raise\ntaxes this year,” Ana Ortiz said.\n';
    const root = temporaryFolder({ ...newsroom, 'briefs/bad.md': brief });
    const { stdout } = await stet(root, 'check', '--format', 'github');
    assert.match(stdout, /^::error file=briefs\/bad\.md,line=1,endLine=2,title=/);
  });

  it('github: no command for a hint', async () => {
    const settings = JSON.stringify({ severity: { 'quote-altered': 'hint' } });
    const { stdout } = await stet(
      temporaryFolder({ ...newsroom, 'stet.json': settings }),
      'check',
      '--format',
      'github',
    );
    assert.equal(stdout, '');
  });

  it('sarif: a log with rules, regions, sources and fixes', async () => {
    const { stdout } = await stet(folder, 'check', '--format', 'sarif', 'briefs');
    const log = JSON.parse(stdout) as Sarif;
    const [run] = log.runs;
    assert.deepEqual([log.version, run!.columnKind], ['2.1.0', 'utf16CodeUnits']);
    const { rules } = run!.tool.driver;
    const documentation = readFileSync('docs/diagnostics.md', 'utf8');
    for (const rule of rules) {
      assert.ok(documentation.includes(`\n## ${rule.helpUri.replace(/^.*#/, '')}\n`), rule.id);
    }
    assert.deepEqual(run!.originalUriBaseIds, { SRCROOT: { uri: pathToFileURL(`${folder}/`).href } });
    assert.equal(run!.invocations[0]!.executionSuccessful, false);
    assert.match(
      run!.invocations[0]!.toolExecutionNotifications[0]!.message.text,
      /^articles\/scan\.pdf: not read/,
    );
    assert.equal(run!.results.length, 2);
    const [result, other] = run!.results;
    assert.deepEqual(
      [result!.ruleId, result!.level, rules[result!.ruleIndex]!.id],
      ['quote-altered', 'error', 'quote-altered'],
    );
    assert.deepEqual(result!.locations[0]!.physicalLocation, {
      artifactLocation: { uri: 'briefs/bad.md', uriBaseId: 'SRCROOT' },
      region: {
        startLine: 3,
        startColumn: 2,
        endLine: 3,
        endColumn: 32,
        snippet: { text: 'We will raise taxes this year,' },
      },
    });
    assert.equal(
      result!.relatedLocations[0]!.physicalLocation.artifactLocation.uri,
      'articles/2024-05-03-budget.md',
    );
    assert.equal(
      result!.relatedLocations[0]!.physicalLocation.region.snippet.text,
      'We will not raise taxes this year,',
    );
    const [change] = result!.fixes[0]!.artifactChanges;
    assert.equal(change!.artifactLocation.uri, 'briefs/bad.md');
    assert.match(change!.replacements[0]!.insertedContent.text, /We will not raise taxes this year/);
    assert.equal(
      other!.locations[0]!.physicalLocation.artifactLocation.uri,
      'briefs/sp%C3%A4te%2C%20100%25%3A%20frist.md',
    );
  });
});

interface Sarif {
  version: string;
  runs: {
    columnKind: string;
    tool: { driver: { rules: { id: string; helpUri: string }[] } };
    originalUriBaseIds: unknown;
    invocations: {
      executionSuccessful: boolean;
      toolExecutionNotifications: { message: { text: string } }[];
    }[];
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      locations: { physicalLocation: Physical }[];
      relatedLocations: { physicalLocation: Physical }[];
      fixes: {
        artifactChanges: {
          artifactLocation: { uri: string };
          replacements: { insertedContent: { text: string } }[];
        }[];
      }[];
    }[];
  }[];
}

interface Physical {
  artifactLocation: { uri: string };
  region: { snippet: { text: string } };
}
