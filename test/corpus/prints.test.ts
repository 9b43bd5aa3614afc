import assert from 'node:assert/strict';
import { Prints } from '../../server/src/core/corpus/quotations-prints.ts';
import { quotationTable, type QuotationTable } from '../../server/src/core/corpus/quotations-table.ts';
import { readArticle } from '../../server/src/core/corpus/read-article.ts';
import { readNamesModel } from '../../server/src/fs/names-model.ts';

const model = readNamesModel();

/** The quotation that all have in common, and one that only this one has. */
function table(number: number): QuotationTable {
  const path = `articles/2024-03-01-print-${String(number)}.txt`;
  const text = `“We shall dredge the western channel,” Varga said.\n\n“Pier ${String(number)} stays shut,” she said.\n`;
  return quotationTable([readArticle({ path, key: path, text }, model)]);
}

describe('prints of the same words', () => {
  const tables = Array.from({ length: 900 }, (_, number) => table(number));
  const [shared = 0, own = 0] = tables[0]?.hashes ?? [];

  it('are counted over thousands of tables, and no more once an article is gone', () => {
    const prints = new Prints();
    tables.forEach(it => {
      prints.add(it);
    });
    assert.equal(prints.outlets(shared), 900);
    assert.equal(prints.outlets(own), 1);
    for (const [number, it] of tables.entries()) {
      if (number % 2 === 0) {
        prints.remove(it, 0, it.hashes.length);
        prints.drop(it);
      }
    }
    assert.equal(prints.outlets(shared), 450);
    // What was taken out stays out when more room is made.
    for (let number = 900; number < 2600; number++) {
      prints.add(table(number));
    }
    assert.equal(prints.outlets(shared), 2150);
    assert.equal(prints.outlets(own), 1);
  });
});
