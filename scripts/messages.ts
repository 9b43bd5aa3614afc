import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What says something to a reader, and which of its arguments are messages. */
const speaking: ReadonlyMap<string, readonly number[]> = new Map([
  ['vscode.l10n.t', [0]],
  ['say', [0]],
  ['sayCount', [1, 2]],
]);

const root = join(import.meta.dirname, '..');

/** Every message of the extension and the server, in English and in order. Throws where one is not written out where it is said. */
export function messages(): readonly string[] {
  const files = ['client/src', 'server/src'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.endsWith('say.ts'))
      .map(name => `${folder}/${name}`),
  );
  return [...new Set(files.flatMap(messagesOf))].sort();
}

function messagesOf(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node, isInFunction: boolean): void => {
    if (ts.isCallExpression(node)) {
      for (const index of speaking.get(node.expression.getText()) ?? []) {
        const message = node.arguments[index];
        const place = `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
        if (message === undefined || !ts.isStringLiteralLike(message)) {
          throw new Error(`${place}: a message is to be written out where it is said`);
        }
        if (!isInFunction) {
          throw new Error(`${place}: this is said before anybody knows in which language`);
        }
        found.push(message.text);
      }
    }
    ts.forEachChild(node, child => {
      visit(child, isInFunction || ts.isFunctionLike(node) || ts.isClassLike(node));
    });
  };
  visit(source, false);
  return found;
}

if (process.argv[1] === import.meta.filename) {
  const bundle = Object.fromEntries(messages().map(message => [message, message]));
  writeFileSync(join(root, 'l10n/bundle.l10n.json'), `${JSON.stringify(bundle, undefined, 2)}\n`);
}
