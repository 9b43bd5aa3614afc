import { load, type Rival } from './rival.ts';
import { passagesOf, readTexts } from './texts.ts';

/** Phrase search of SQLite (FTS5) over paragraphs, compiled to WebAssembly, in memory. */
export const sqlite: Rival = {
  name: 'SQLite FTS5, phrase',
  questions: 30,
  async open(workspace) {
    const { default: library } = await load('node-sqlite3-wasm', import('node-sqlite3-wasm'));
    const database = new library.Database();
    database.exec(`create virtual table passages using fts5(text, content='', tokenize='unicode61')`);
    database.exec('begin');
    const insert = database.prepare('insert into passages(rowid, text) values (?, ?)');
    const paths: string[] = [];
    for (const { path, text } of readTexts(workspace)) {
      for (const passage of passagesOf(text)) {
        insert.run([paths.length + 1, passage]);
        paths.push(path);
      }
    }
    insert.finalize();
    database.exec('commit');
    const select = database.prepare('select rowid from passages where passages match ? limit 1');
    return {
      find({ words }) {
        const row = select.get([`"${words.replaceAll('"', '""')}"`]);
        const id = row?.['rowid'];
        return id === undefined ? undefined : paths[Number(id) - 1];
      },
      close() {
        select.finalize();
        database.close();
      },
    };
  },
};
