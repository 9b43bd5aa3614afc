import assert from 'node:assert/strict';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { run } from '../../server/src/cli/run.ts';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { newsroom, stet } from './stet.ts';

describe('the command line of stet', function () {
  this.timeout(20_000);
  const folder = temporaryFolder(newsroom);

  const misuse: readonly (readonly [words: string, message: RegExp])[] = [
    ['chek', /there is no command “chek”; did you mean “check”\?\nTry “stet --help”/],
    ['frobnicate', /there is no command “frobnicate”\n/],
    ['check --fromat json', /unknown option --fromat; did you mean --format\?\nTry “stet check --help”/],
    ['check -x', /unknown option -x\n/],
    ['check --format', /--format needs a value: --format FORMAT/],
    ['check --format --root .', /--format needs a value/],
    ['check --format xml', /--format is one of human, json, sarif, github, not “xml”/],
    ['check --fail-on=fatal', /--fail-on is one of error, warning, information, never, not “fatal”/],
    ['check --help=yes', /--help takes no value/],
    ['check --root nowhere', /--root: there is no folder “nowhere”/],
    ['check --root briefs/good.md', /--root: there is no folder/],
    ['inspect', /inspect needs a FILE/],
    ['inspect --format sarif x', /--format is one of json/],
    ['search', /search needs WORDS/],
    ['report', /report needs a DRAFT/],
    ['report --format json x', /--format is one of markdown, html, csv/],
    ['lsp', /lsp needs --stdio/],
    ['lsp --stdio samples', /lsp takes no “samples”/],
    ['lsp --stdio --root nowhere', /--root: there is no folder “nowhere”/],
    ['--format json', /unknown option --format/],
    ['-- check', /Usage: stet COMMAND/],
  ];
  for (const [words, message] of misuse) {
    it(`answers “stet ${words}” with a hint and 2`, async () => {
      const { status, stdout, stderr } = await stet(folder, ...words.split(' '));
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    });
  }

  it('shows its commands when it is given none', async () => {
    const { status, stdout, stderr } = await stet(folder);
    assert.deepEqual([status, stdout], [2, '']);
    for (const command of ['check', 'inspect', 'search', 'report', 'lsp']) {
      assert.match(stderr, new RegExp(`^  ${command} `, 'm'));
    }
  });

  for (const words of [
    '--help',
    '-h',
    'help',
    'check --help',
    'help check',
    'inspect -h',
    'search --help',
    'report --help',
    'lsp --help',
  ]) {
    it(`helps with “stet ${words}”`, async () => {
      const { status, stdout, stderr } = await stet(folder, ...words.split(' '));
      assert.deepEqual([status, stderr], [0, '']);
      const command = words.replace(/-h$|--help|help/, '').trim();
      assert.ok(stdout.startsWith(`Usage: stet ${command}`), stdout);
      for (const option of ['--root DIR', '--articles DIR', '--no-cache', '--help', '--version']) {
        assert.ok(stdout.includes(option), option);
      }
    });
  }

  it('knows its version', async () => {
    assert.deepEqual(await stet(folder, '--version'), {
      status: 0,
      stdout: `${manifest.version}\n`,
      stderr: '',
    });
    assert.equal((await stet(folder, 'check', '--version')).stdout, `${manifest.version}\n`);
  });

  it('takes options before the command, too', async () => {
    const { status, stdout } = await stet('/', '--root', folder, 'check', '--format=json', 'briefs/good.md');
    assert.equal(status, 0);
    assert.equal((JSON.parse(stdout) as { articles: { count: number } }).articles.count, 2);
    for (const words of [
      [`--root=${folder}`, 'search'],
      ['--no-cache', '--root', folder, 'search'],
      ['--articles', join(folder, 'articles'), '--root', folder, '--articles=articles', 'search'],
    ]) {
      const found = await stet('/', ...words, 'bridge');
      assert.match(found.stdout, /^articles\/2024-05-04-bridge\.txt:1: Bridge to close/m, words.join(' '));
      assert.deepEqual([found.status, found.stderr], [0, ''], words.join(' '));
    }
  });

  it('takes a value that looks like an option where it is told that it is one', async () => {
    const odd = temporaryFolder({ '-desk/articles/a.txt': newsroom['articles/2024-05-04-bridge.txt'] });
    const { status, stdout } = await stet(odd, 'search', '--root=-desk', 'bridge');
    assert.equal(status, 0);
    assert.match(stdout, /^articles\/a\.txt:1: Bridge to close/m);
  });

  for (const thrown of [new Error('no space left'), 'no space left']) {
    it(`tells where it fails itself, and ends with 2: ${typeof thrown}`, async () => {
      let told = '';
      const status = await run(['check'], {
        stdout: {
          isTerminal: false,
          write: () => {
            throw thrown;
          },
        },
        stderr: { isTerminal: false, write: text => void (told += text) },
        folder,
        environment: {},
      });
      assert.equal(status, 2);
      assert.match(
        told,
        thrown instanceof Error ? /^stet: Error: no space left\n +at / : /^stet: no space left\n$/,
      );
    });
  }
});
