/** Takes the pictures of the README anew, light and dark, from the packed extension over the samples, into `docs/images`. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();
const { register } = await import('tsx/esm/api');
register();
const { Theatre } = await import('../test/vscode/driven/theatre.ts');

const images = join(root, 'docs', 'images');
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const theatre = await Theatre.open();
try {
  for (const [name, theme] of Object.entries(themes)) {
    await takePictures(name, theme);
  }
} finally {
  await theatre.close();
}

async function takePictures(name, theme) {
  const stage = await theatre.raise({
    lay: folder => cpSync(join(root, 'samples'), folder, { recursive: true }),
    trust: false,
    width: 1100,
    height: 700,
    settings: {
      'breadcrumbs.enabled': false,
      'editor.fontSize': 14,
      'editor.lineNumbers': 'off',
      'editor.minimap.enabled': false,
      'editor.scrollbar.vertical': 'hidden',
      'workbench.activityBar.location': 'hidden',
      'workbench.colorTheme': theme,
      'workbench.editor.editorActionsLocation': 'hidden',
    },
  });
  const { workbench } = stage;
  const { keyboard, mouse } = workbench.page;
  /** The upper part of the window, without its title: what lies below is empty paper. */
  const shoot = (what, height) =>
    workbench.picture(images, `${what}-${name}`, { x: 0, y: 30, width: 1100, height });
  try {
    // All of it on one screen: the draft, why it is wrong, the list of its quotations.
    await workbench.openFile('quote-altered.md');
    await workbench.waitForSquiggle('too many friends', 'warning');
    await workbench.command('Stet: Show Quotations of the Draft');
    await workbench.page.locator('.sidebar .monaco-list-row', { hasText: 'Altered' }).waitFor();
    await workbench.hover('too many friends', 'families');
    await workbench.page.waitForFunction(() =>
      document.getAnimations().every(animation => animation.playState !== 'running'),
    );
    await shoot('hover', 440);

    await mouse.move(1, 1);
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await workbench.quickFixes('nine per cent');
    await shoot('quick-fix', 330);
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
}
