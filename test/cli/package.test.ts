import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';

describe('the package of the extension', () => {
  it('is built before it is packed: a clone has no bundles', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    assert.match(scripts['package'] ?? '', /^npm run build && vsce package /);
  });

  it('holds what the extension needs, and not the command line', async () => {
    const files = (await listFiles({ cwd: '.', packageManager: PackageManager.None })).sort();
    const named = readFileSync('package.json', 'utf8').matchAll(
      /"(?:\.\/)?((?:media|syntaxes|schemas)\/[^"]+)"/g,
    );
    assert.deepEqual(
      [...named].map(([, path]) => path).filter(path => !files.includes(path!)),
      [],
    );
    const shown = /^(?:samples\/(?:articles|briefs)|media\/walkthrough)\//;
    assert.deepEqual(
      files.filter(it => !shown.test(it) && !it.startsWith('dist/')),
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'docs/dependencies.md',
        'l10n/bundle.l10n.de.json',
        'media/icon.png',
        'media/stet.svg',
        'package.json',
        'package.nls.de.json',
        'package.nls.json',
        'samples/stet.json',
        'schemas/stet.schema.json',
        'syntaxes/stet.tmLanguage.json',
      ],
    );
    if (existsSync('dist/client.cjs')) {
      assert.deepEqual(
        files.filter(it => it.startsWith('dist/')),
        [
          'dist/THIRD-PARTY-NOTICES.txt',
          'dist/client.cjs',
          'dist/language-client.cjs',
          'dist/names.bin',
          'dist/server.cjs',
          'dist/worker.cjs',
        ],
      );
    }
  });
});

describe('the package of the command line', function () {
  this.timeout(60_000);
  if (!existsSync('dist/cli.cjs')) {
    it.skip('needs the bundle: npm run build');
    return;
  }

  it('holds what the command needs, and nothing else', () => {
    const shell = process.platform === 'win32';
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json'], { encoding: 'utf8', shell });
    const [pack] = JSON.parse(stdout) as { files: { path: string }[] }[];
    assert.deepEqual(pack!.files.map(it => it.path).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/cli.cjs',
      'dist/command.cjs',
      'dist/names.bin',
      'dist/server.cjs',
      'dist/worker.cjs',
      'l10n/bundle.l10n.de.json',
      'package.json',
      'schemas/article-report.schema.json',
      'schemas/check-report.schema.json',
      'schemas/stet.schema.json',
    ]);
  });
});
