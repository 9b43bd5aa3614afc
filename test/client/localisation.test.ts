import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messages } from '../../scripts/messages.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  contributes: {
    commands: { command: string; title: string }[];
    menus: Record<string, { command?: string }[]>;
    viewsWelcome: { contents: string }[];
    walkthroughs: { steps: { description: string; media: { svg: string } }[] }[];
    configuration: { properties: Record<string, Record<string, unknown>> };
    semanticTokenScopes: { scopes: Record<string, string[]> }[];
  };
  icon: string;
};
const names = JSON.parse(read('package.nls.json')) as Record<string, string>;
const sources = readdirSync(join(root, 'client/src'))
  .map(name => read(`client/src/${name}`))
  .join('\n');

function bundle(name: string): Record<string, string> {
  return JSON.parse(read(`l10n/${name}`)) as Record<string, string>;
}

/** The places of a message where values go, in order of their numbers. */
function valuesOf(message: string): readonly string[] {
  return (message.match(/\{\d\}/gu) ?? []).toSorted();
}

/** A value of the manifest, as a user reads it. */
function shown(value: string): string {
  return value.replace(/^%(.+)%$/u, (_, key: string) => names[key] ?? assert.fail(key));
}

describe('localisation', () => {
  it('has a text for every key of the manifest, and no other', () => {
    const used = new Set([...read('package.json').matchAll(/"%([\w.]+)%"/gu)].map(match => match[1]!));
    assert.deepEqual(
      [...used].filter(key => !(key in names)),
      [],
    );
    assert.deepEqual(
      Object.keys(names).filter(key => !used.has(key)),
      [],
    );
  });

  it('has every message of the client and the server in the bundle, and no other', () => {
    const written = Object.fromEntries(messages().map(message => [message, message]));
    assert.deepEqual(bundle('bundle.l10n.json'), written, 'run `npm run messages`');
  });

  for (const name of readdirSync(join(root, 'l10n')).filter(it => it !== 'bundle.l10n.json')) {
    it(`is whole in ${name}, with every value in its place`, () => {
      const translated = bundle(name);
      assert.deepEqual(Object.keys(translated), messages());
      for (const [message, text] of Object.entries(translated)) {
        assert.deepEqual(valuesOf(text), valuesOf(message), message);
        assert.ok(text !== '');
      }
    });
  }

  for (const name of readdirSync(root).filter(it => /^package\.nls\..+\.json$/u.test(it))) {
    it(`is whole in ${name}, with every link in its place`, () => {
      const translated = JSON.parse(read(name)) as Record<string, string>;
      assert.deepEqual(Object.keys(translated), Object.keys(names));
      for (const [key, text] of Object.entries(translated)) {
        const links = (it: string): readonly string[] => it.match(/\((?:command:)[\w.]+\)|`[^`]+`/gu) ?? [];
        assert.deepEqual(links(text).toSorted(), links(names[key]!).toSorted(), key);
      }
    });
  }
});

describe('manifest', () => {
  const commands = manifest.contributes.commands.map(it => it.command);
  const registered = [...sources.matchAll(/^ {4}(\w+): \(.*\) =>/gmu)].map(match => `stet.${match[1]!}`);

  it('names commands that the client has', () => {
    assert.deepEqual(
      commands.filter(it => !registered.includes(it)),
      [],
    );
    for (const { command } of Object.values(manifest.contributes.menus).flat()) {
      assert.ok(command === undefined || commands.includes(command), command);
    }
  });

  it('links to commands that exist', () => {
    const texts = [
      ...manifest.contributes.viewsWelcome.map(it => it.contents),
      ...manifest.contributes.walkthroughs.flatMap(it => it.steps).map(it => it.description),
    ].map(shown);
    const linked = texts.flatMap(text =>
      [...text.matchAll(/\(command:(stet\.[\w.]+)\)/gu)].map(match => match[1]!),
    );
    assert.ok(linked.length > 4);
    assert.deepEqual(
      linked.filter(it => !commands.includes(it) && !it.endsWith('.focus')),
      [],
    );
  });

  it('has the pictures it names', () => {
    const media = manifest.contributes.walkthroughs.flatMap(it => it.steps).map(it => it.media.svg);
    for (const path of [...media, manifest.icon]) {
      assert.ok(existsSync(join(root, path)), path);
    }
    const icon = readFileSync(join(root, manifest.icon));
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [128, 128]);
  });

  it('says of every setting in a sentence what it does', () => {
    for (const [name, { description, markdownDescription }] of Object.entries(
      manifest.contributes.configuration.properties,
    )) {
      const text = shown(String(description ?? markdownDescription));
      assert.match(text, /^[A-Z].*\.$/su, name);
    }
  });
});
