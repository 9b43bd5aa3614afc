/** Draws `media/icon.png`, which the Marketplace shows, from `media/icon.svg`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { root } from './prepare.mjs';

register();
const { launchBrowser, needBrowser } = await import('../test/vscode/host/browser.ts');
const browser = await launchBrowser(await needBrowser());
try {
  const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
  await page.setContent(
    `<style>body{margin:0}</style>${readFileSync(join(root, 'media', 'icon.svg'), 'utf8')}`,
  );
  await page.screenshot({ path: join(root, 'media', 'icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
