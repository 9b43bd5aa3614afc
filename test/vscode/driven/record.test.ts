import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, needBrowser } from '../host/browser.ts';
import { root } from '../host/package.ts';
import { pictureOf } from './stage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule, the advice beyond the standards included. */
const rules = `axe.run(document, { resultTypes: ['violations', 'incomplete'] })`;

describe('the record as a web page', () => {
  let browser: Browser;
  let html: string;

  before(async () => {
    browser = await launchBrowser(await needBrowser());
    const words = ['report', '--no-cache', '--root', 'samples', '--format', 'html', 'briefs'];
    html = spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), ...words], {
      cwd: root,
      encoding: 'utf8',
    }).stdout;
  });
  after(() => browser?.close());

  const seen = [
    { name: 'in the light', colorScheme: 'light', media: 'screen', width: 1000 },
    { name: 'in the dark', colorScheme: 'dark', media: 'screen', width: 1000 },
    { name: 'on a telephone', colorScheme: 'light', media: 'screen', width: 360 },
    { name: 'on paper', colorScheme: 'light', media: 'print', width: 800 },
    { name: 'on paper, from a dark desktop', colorScheme: 'dark', media: 'print', width: 800 },
  ] as const;
  for (const { name, colorScheme, media, width } of seen) {
    it(`shuts nobody out ${name}`, async () => {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
      try {
        await page.emulateMedia({ media, colorScheme });
        await page.setContent(html);
        await pictureOf(page, `record ${name}`);
        assert.deepEqual(await barriers(page), []);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        assert.ok(Number(overflow) <= 0, 'nothing is cut off at the side');
      } finally {
        await page.close();
      }
    });
  }
});

/** What axe finds fault with, and what it cannot tell, one barrier a line. */
async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations, incomplete } = (await page.evaluate(rules)) as AxeResults;
  return [...violations, ...incomplete].flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help}: ${node.target.join(' ')}: ${node.html}`),
  );
}
