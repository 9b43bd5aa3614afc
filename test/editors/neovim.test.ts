import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fs/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');
const command = join(root, 'dist/cli.cjs');

describe('Neovim, which is pushed its diagnostics', function () {
  const isHere = spawnSync('nvim', ['--version']).status === 0;
  if (!isHere || !existsSync(command)) {
    it.skip(isHere ? 'needs the bundle: npm run build' : 'needs nvim on the PATH');
    return;
  }
  this.timeout(60_000);

  it('shows what is wrong with a quotation', () => {
    const folder = temporaryFolder({
      'articles/council.txt':
        'Council passes budget\n\n“We will not raise taxes this year,” Mayor Rosa Lindgren said.\n',
      'brief.md': '“We will not raise rents this year,” Rosa Lindgren said.\n',
    });
    const print =
      'for _, it in ipairs(vim.diagnostic.get(0)) do io.write(it.code .. ": " .. it.message .. "\\n") end';
    const run = spawnSync(
      'nvim',
      [
        ...['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', 'filetype on'],
        ...['-c', `luafile ${join(import.meta.dirname, 'stet.lua')}`, '-c', 'edit brief.md'],
        ...[
          '-c',
          `lua vim.wait(40000, function() return #vim.diagnostic.get(0) > 0 end); ${print}`,
          '-c',
          'qa!',
        ],
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        timeout: 55_000,
        env: { ...process.env, STET_COMMAND: [process.execPath, command, 'lsp', '--stdio'].join('\n') },
      },
    );
    assert.match(run.stdout, /^quote-altered: .*rents.*taxes/mu, run.stderr);
  });
});
