/** Takes the pictures of the README anew, from the packed extension over the samples, into `docs/images`. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();
const { register } = await import('tsx/esm/api');
register();
const { raiseStage } = await import('../test/vscode/driven/stage.ts');

const images = join(root, 'docs', 'images');
const stage = await raiseStage({
  lay: folder => cpSync(join(root, 'samples'), folder, { recursive: true }),
  trust: false,
  settings: {
    'breadcrumbs.enabled': false,
    'editor.fontSize': 15,
    'editor.lineNumbers': 'off',
    'editor.minimap.enabled': false,
    'editor.scrollbar.vertical': 'hidden',
    'workbench.activityBar.location': 'hidden',
    'workbench.editor.editorActionsLocation': 'hidden',
  },
});
try {
  const { workbench } = stage;
  const { keyboard, mouse } = workbench.page;
  await workbench.openFile('quote-altered.md');
  await workbench.waitForSquiggle('too many friends', 'warning');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.hover('too many friends', 'families');
  await shoot('hover', 350);

  await mouse.move(1, 1);
  await workbench.quickFixes('too many friends');
  await shoot('quick-fix', 260);
  await keyboard.press('Escape');

  await workbench.openFile('river-talks.md');
  await workbench.typeAtEnd('\nOn the dam, Ruiz Calder said: “');
  await workbench.suggestions('first rule of a river');
  // The whole of the quotation in focus, and where it stands, beside the list.
  await keyboard.press('Control+Space');
  await workbench.page.locator('.suggest-details:visible', { hasText: 'Ruiz Calder' }).waitFor();
  await shoot('completion', 500);
} finally {
  await stage.end();
}

/** The upper part of the window, without its title: what lies below is empty paper. */
async function shoot(name, height) {
  await stage.workbench.picture(images, name, { x: 0, y: 30, width: 1200, height });
}
