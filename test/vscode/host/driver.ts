import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** A rectangle on the screen, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a squiggle is drawn. */
export type Squiggle = 'error' | 'warning' | 'info' | 'hint';

const WAIT_MS = 30_000;
const SHOWN_MS = 2500;
const POLL_MS = 100;
/** Between two keys: a quick typist. */
const KEY_MS = 60;

/**
 * A VS Code workbench in a browser, driven by keys and mouse as a person would. Everything waits for what it needs to
 * appear, and fails after half a minute.
 */
export class Workbench {
  readonly page: Page;
  readonly #context: BrowserContext;
  /** Where quick fixes were last asked for. */
  #fixesAt = '';

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
  }

  /** Opens the workbench at an address, in a browser profile of its own. */
  static async open(
    address: string,
    options: {
      readonly browser: Browser;
      readonly width?: number;
      readonly height?: number;
      /** The display language, as a language pack sets it: VS Code itself stays English, extensions do not. */
      readonly language?: string;
    },
  ): Promise<Workbench> {
    const viewport = { width: options.width ?? 1200, height: options.height ?? 800 };
    const context = await options.browser.newContext({
      viewport,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(WAIT_MS);
      // What names the functions that are sent into the page, in code that tsx has translated.
      await page.addInitScript('globalThis.__name = it => it');
      if (options.language !== undefined) {
        await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)}`);
      }
      await page.goto(address);
      await page.locator('.monaco-workbench').waitFor();
      await page.locator('.part.statusbar').waitFor();
      return new Workbench(context, page);
    } catch (error) {
      await context.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    await this.#pick('Control+P', name, name);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.isShown(name);
  }

  /**
   * Waits until the file of that name is the one that keys go to. A tab alone tells too early: it is there before what
   * the file holds, and each group of editors has one that counts as its active tab.
   */
  async isShown(name: string): Promise<void> {
    const group = this.page.locator('.editor-group-container.active');
    await group.locator('.tab.active', { hasText: name }).waitFor();
    const editor = group.locator(`.monaco-editor[data-uri$="/${encodeURIComponent(name)}"]`);
    await editor.locator('.view-line').first().waitFor();
  }

  /** Runs a command of the palette by its title. */
  async command(title: string): Promise<void> {
    await this.askingCommand(title);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Runs a command of the palette that asks for something where the palette was. */
  async askingCommand(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title);
  }

  /** The visible text of the active editor, its wrapped lines joined. */
  async text(): Promise<string> {
    const lines = await this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.editor-group-container.active .view-line')]
        .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
        .map(line => line.textContent),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Where words stand on the screen; they must be visible and on one line. */
  async find(words: string): Promise<Box> {
    return (await this.#drawn(words)).box;
  }

  #drawn(words: string): Promise<{ readonly box: Box; readonly colour: string }> {
    return this.until(`“${words}” in the editor`, () =>
      this.page.evaluate(wanted => {
        for (const line of document.querySelectorAll('.editor-group-container.active .view-line')) {
          const nodes: Text[] = [];
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            nodes.push(walker.currentNode as Text);
          }
          const text = nodes
            .map(node => node.data)
            .join('')
            .replaceAll('\u00a0', ' ');
          const start = text.indexOf(wanted);
          if (start < 0) {
            continue;
          }
          const range = document.createRange();
          let offset = 0;
          for (const node of nodes) {
            const end = offset + node.data.length;
            if (start >= offset && start < end) {
              range.setStart(node, start - offset);
            }
            if (start + wanted.length > offset && start + wanted.length <= end) {
              range.setEnd(node, start + wanted.length - offset);
            }
            offset = end;
          }
          const { x, y, width, height } = range.getBoundingClientRect();
          const colour = getComputedStyle(range.startContainer.parentElement ?? line).color;
          return { box: { x, y, width, height }, colour };
        }
        return undefined;
      }, words),
    );
  }

  /** Puts the cursor before the words, by a click. */
  async clickBefore(words: string): Promise<void> {
    // A view that is still being laid out may let a click fall through.
    await this.until(`a cursor before “${words}”`, async () => {
      const box = await this.find(words);
      await this.page.mouse.click(box.x + 1, box.y + box.height / 2);
      const cursor = await this.page
        .locator('.editor-group-container.active .monaco-editor.focused .cursors-layer .cursor')
        .first()
        .boundingBox({ timeout: 2000 })
        .catch(() => null);
      const isThere =
        cursor !== null && Math.abs(cursor.x - box.x) < 4 && Math.abs(cursor.y - box.y) < box.height;
      return isThere ? true : undefined;
    });
  }

  /** Selects the words with the mouse. */
  async select(words: string): Promise<void> {
    const { x, y, width, height } = await this.find(words);
    await this.page.mouse.move(x + 1, y + height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width, y + height / 2, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Puts the cursor behind the last character of the document and types. */
  async typeAtEnd(text: string): Promise<void> {
    const before = await this.text();
    await this.until(`what is typed: “${text}”`, async () => {
      await this.page.locator('.editor-group-container.active .view-line').last().click();
      await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await this.page.keyboard.press('Control+End');
      await this.page.keyboard.type(text, { delay: KEY_MS });
      if (text === '') {
        return true;
      }
      // A view that was opened before may take the keys once it is drawn; then none of them ever comes.
      for (const end = Date.now() + SHOWN_MS; Date.now() < end; await this.page.waitForTimeout(POLL_MS)) {
        if ((await this.text()) !== before) {
          return true;
        }
      }
      return undefined;
    });
  }

  /** Rests the mouse on the words and reads what is shown. */
  async hover(words: string, expected: string): Promise<string> {
    const shown = this.page.locator('.monaco-hover:visible', { hasText: expected }).first();
    // What was shown of other words may hold the text as well.
    await this.page.mouse.move(1, 1);
    await shown.waitFor({ state: 'hidden' });
    return this.until(`a hover with “${expected}”`, async () => {
      // Lines move while annotations arrive above them: look anew each time.
      const box = await this.find(words);
      await this.page.mouse.move(1, 1);
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
      return shown
        .waitFor({ timeout: SHOWN_MS })
        .then(() => shown.innerText())
        .then(plain, () => undefined);
    });
  }

  /** How the words are marked in the editor. */
  async squiggles(words: string): Promise<readonly Squiggle[]> {
    return this.until(`“${words}” where they stay`, () => this.#squigglesNow(words));
  }

  /** How the words are marked; undefined where they moved while that was looked up. */
  async #squigglesNow(words: string): Promise<readonly Squiggle[] | undefined> {
    const box = await this.find(words);
    // In one step: the marks are drawn anew at any time.
    const drawn = await this.page.evaluate(
      kinds =>
        kinds.flatMap(kind =>
          [...document.querySelectorAll(`.editor-group-container.active .squiggly-${kind}`)].map(mark => {
            const { x, y, width, height } = mark.getBoundingClientRect();
            return { kind, box: { x, y, width, height } };
          }),
        ),
      ['error', 'warning', 'info', 'hint'] as const,
    );
    const after = await this.find(words);
    return after.x === box.x && after.y === box.y
      ? [...new Set(drawn.filter(mark => overlap(mark.box, box)).map(mark => mark.kind))]
      : undefined;
  }

  /** The colour in which the words are drawn, as CSS says it. */
  async colour(words: string): Promise<string> {
    return (await this.#drawn(words)).colour;
  }

  /** The contrast between the words and the editor's ground, as WCAG reckons it: 1 to 21. */
  async contrast(words: string): Promise<number> {
    const ground = await this.page
      .locator('.editor-group-container.active .monaco-editor-background')
      .first()
      .evaluate(it => getComputedStyle(it).backgroundColor);
    const [one, other] = [luminance(await this.colour(words)), luminance(ground)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  /** Waits until the words are marked so. */
  async waitForSquiggle(words: string, kind: Squiggle): Promise<void> {
    await this.until(`${kind} at “${words}”`, async () =>
      (await this.squiggles(words)).includes(kind) ? true : undefined,
    );
  }

  /** Waits until the words are marked so no more. */
  async waitForNoSquiggle(words: string, kind: Squiggle): Promise<void> {
    await this.until(`no ${kind} at “${words}”`, async () =>
      (await this.squiggles(words)).includes(kind) ? undefined : true,
    );
  }

  /** The suggestions shown, once one holds the text. */
  async suggestions(expected: string): Promise<readonly string[]> {
    await this.#suggestion(expected).waitFor();
    const rows = await this.page.locator('.suggest-widget.visible .monaco-list-row').allInnerTexts();
    return rows.map(plain);
  }

  /** Takes the suggestion that holds the text, with the keyboard. */
  async acceptSuggestion(expected: string): Promise<void> {
    const wanted = this.#suggestion(expected);
    await wanted.waitFor();
    await this.until(`the suggestion “${expected}” in focus`, async () => {
      if (/\bfocused\b/.test((await wanted.getAttribute('class')) ?? '')) {
        return true;
      }
      await this.page.keyboard.press('ArrowDown');
      return undefined;
    });
    await this.page.keyboard.press('Enter');
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  /** Opens the quick fixes at the words and lists their titles. */
  async quickFixes(words: string): Promise<readonly string[]> {
    this.#fixesAt = words;
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    return this.until(`quick fixes at “${words}”`, async () => {
      // The list closes when the text moves below it: ask for it again.
      await this.clickBefore(words);
      await this.page.keyboard.press('ArrowRight');
      await this.page.keyboard.press('Control+.');
      return rows
        .first()
        .waitFor({ timeout: SHOWN_MS })
        .then(() => rows.allInnerTexts())
        .then(
          texts => texts.map(plain),
          () => undefined,
        );
    });
  }

  /**
   * Takes a quick fix of the list that was opened last, and waits until it has changed the text. With the keyboard:
   * the rows may move below a mouse.
   */
  async chooseFix(title: string): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
    const before = await this.text();
    await this.until(`the quick fix “${title}” to be taken`, async () => {
      if (!(await row.isVisible())) {
        // It has closed again: what was found was told anew meanwhile.
        await this.quickFixes(this.#fixesAt);
        return undefined;
      }
      const classes = await row.getAttribute('class', { timeout: SHOWN_MS }).catch(() => null);
      const isFocused = /\bfocused\b/.test(classes ?? '');
      await this.page.keyboard.press(isFocused ? 'Enter' : 'ArrowDown');
      return isFocused ? true : undefined;
    });
    await row.waitFor({ state: 'hidden' });
    // The server is asked for the edit only now: keys that are pressed before it comes meet the old text.
    await this.until(`what the quick fix “${title}” changes`, async () =>
      (await this.text()) === before ? undefined : true,
    );
  }

  /** Takes a folder in the dialog of VS Code that asks for one, by the title of its button. */
  async takeFolder(name: string, button: string): Promise<void> {
    const dialog = this.page.locator('.quick-input-widget');
    await dialog.locator('.monaco-list-row', { hasText: name }).click();
    await this.until('the folder', async () =>
      (await dialog.locator('input[type="text"]').first().inputValue()).endsWith(`/${name}/`)
        ? true
        : undefined,
    );
    const use = dialog.locator('.monaco-button', { hasText: button });
    await this.until('the folder taken', async () => {
      // The button does nothing while the dialog still looks into the folder.
      await use.click();
      return use.waitFor({ state: 'hidden', timeout: SHOWN_MS }).then(
        () => true,
        () => undefined,
      );
    });
  }

  /** Waits until VS Code tells something that holds the text, and clears it away. */
  async waitForNotification(text: string): Promise<void> {
    await this.page.locator('.part.statusbar .codicon-bell-dot').waitFor();
    await this.notification(text);
    await this.clearNotifications();
  }

  /** What VS Code tells with the text, in the list of notifications, which is opened. */
  async notification(text: string): Promise<Locator> {
    await this.command('Notifications: Show Notifications');
    const told = this.notifications(text).first();
    await told.waitFor();
    return told;
  }

  /** Clears all notifications away, and waits until none is left that could be taken for the next one. */
  async clearNotifications(): Promise<void> {
    await this.command('Notifications: Clear All Notifications');
    await this.notifications().first().waitFor({ state: 'detached' });
    await this.page.locator('.part.statusbar .codicon-bell-dot').waitFor({ state: 'detached' });
  }

  /** The notifications that are seen: VS Code may keep the rows of those it has cleared, hidden. */
  private notifications(hasText: string | RegExp = /./): Locator {
    return this.page.locator('.notification-list-item:visible', { hasText });
  }

  /** The rows of the sources' view with the text; those of the draft's view name sources, too. */
  sourceRows(text: string | RegExp): Locator {
    const view = this.page.locator('.sidebar .pane', {
      has: this.page.locator('.pane-header', { hasText: 'Sources' }),
    });
    return view.locator('.monaco-list-row', { hasText: text });
  }

  /** The rows of the problems panel, once one holds the text. */
  async problems(expected: string): Promise<readonly string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.page.keyboard.press('Control+Shift+M');
    }
    await panel.locator('.monaco-list-row', { hasText: expected }).first().waitFor();
    return (await panel.locator('.monaco-list-row').allInnerTexts()).map(plain);
  }

  /** Opens the place that a row of the problems panel speaks of, of the file named. */
  async openRelated(file: string): Promise<void> {
    const row = this.page.locator('.markers-panel .monaco-list-row', { hasText: file }).first();
    await row.dblclick();
    await this.isShown(file);
  }

  /** Saves the active file, once it shows that it was changed, and waits until it is written. */
  async save(): Promise<void> {
    await this.page.locator('.tab.active.dirty').waitFor();
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** Takes a picture, of everything or of a part. */
  async picture(folder: string, name: string, clip?: Box): Promise<void> {
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({
      path: join(folder, `${name}.png`),
      ...(clip === undefined ? {} : { clip }),
    });
  }

  /** Asks again until there is an answer. */
  async until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
    const end = Date.now() + WAIT_MS;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) {
        return answer;
      }
      if (Date.now() > end) {
        throw new Error(`Waited ${WAIT_MS / 1000} s for ${what}\n${await this.#scene()}`);
      }
      await this.page.waitForTimeout(POLL_MS);
    }
  }

  /** What is to be seen, in words: a log has no pictures. */
  async #scene(): Promise<string> {
    const shown = async (selector: string): Promise<string> =>
      (await this.page.locator(selector).allInnerTexts()).map(plain).join(' | ');
    return [
      `tab: ${await shown('.tab.active')}`,
      `text: ${(await this.text()).slice(0, 600)}`,
      `status bar: ${await shown('.part.statusbar .statusbar-item')}`,
      `notifications: ${await shown('.notification-list-item')}`,
    ].join('\n');
  }

  /** Opens the quick input by its key, types, and takes the row with the text once it is the one that Enter takes. */
  async #pick(key: string, typed: string, text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:not([inert]) input').first();
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).first();
    await this.until(`“${text}” in the quick input`, async () => {
      // An editor that opens meanwhile takes the focus, and closes it.
      if (!(await input.isVisible())) {
        await this.page.keyboard.press(key);
        await input.waitFor({ timeout: SHOWN_MS }).catch(() => undefined);
      }
      // A file that is not known yet does not come by waiting: ask again.
      const isAsked = await input
        .fill('', { timeout: SHOWN_MS })
        .then(() => input.fill(typed, { timeout: SHOWN_MS }))
        .then(
          () => true,
          () => false,
        );
      if (!isAsked) {
        return undefined;
      }
      return row.waitFor({ timeout: SHOWN_MS }).then(
        () => true,
        () => undefined,
      );
    });
    await this.page.keyboard.press('Enter');
  }

  #suggestion(text: string): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text }).first();
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The relative luminance of a colour such as `rgb(30, 31, 28)`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+(?:\.\d+)?/g) ?? []).map(it => {
    const part = Number(it) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function plain(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
