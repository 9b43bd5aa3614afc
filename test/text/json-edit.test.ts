import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJson } from '../../server/src/core/text/json.ts';
import { listEntry } from '../../server/src/core/text/json-edit.ts';

function edited(text: string): string | undefined {
  const edit = listEntry(text, 'ignore', '{"new":1}');
  return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

describe('an item added to a list of a JSON file', () => {
  const table: readonly (readonly [text: string, then: string | undefined])[] = [
    ['{}', '{\n  "ignore": [\n    {"new":1}\n  ]\n}'],
    ['{ }\r\n', '{\r\n  "ignore": [\r\n    {"new":1}\r\n  ]\r\n}\r\n'],
    ['{ "ignore": [] }', '{ "ignore": [{"new":1}] }'],
    ['{ "ignore": ["old/**"] }\n', '{ "ignore": ["old/**", {"new":1}] }\n'],
    [
      '{\n\t"ignore": [\n\t\t"old/**"\n\t],\n\t"policy": "tidy"\n}',
      '{\n\t"ignore": [\n\t\t"old/**",\n\t\t{"new":1}\n\t],\n\t"policy": "tidy"\n}',
    ],
    ['{ "policy": "tidy" }', '{ "policy": "tidy", "ignore": [{"new":1}] }'],
    [
      '{\r\n    "articles": ["a"],\r\n    "policy": "tidy"\r\n}\r\n',
      '{\r\n    "articles": ["a"],\r\n    "policy": "tidy",\r\n    "ignore": [\r\n        {"new":1}\r\n    ]\r\n}\r\n',
    ],
    ['{ "ignore": [1], "ignore": [2] }', '{ "ignore": [1], "ignore": [2, {"new":1}] }'],
    ['{ "ignore": "old/**" }', undefined],
    ['["ignore"]', undefined],
    ['{ "policy": "tidy", // mine\n }', undefined],
    ['', undefined],
  ];
  for (const [text, then] of table) {
    it(JSON.stringify(text), () => {
      assert.equal(edited(text), then);
    });
  }

  it('adds that and nothing else to any object, however it is laid out', () => {
    const key = fc.constantFrom('ignore', 'articles', 'policy');
    const value = fc.oneof(fc.array(fc.jsonValue(), { maxLength: 3 }), fc.string());
    const file = fc.dictionary(key, value);
    fc.assert(
      fc.property(file, fc.constantFrom(0, 2, '\t'), (object, space) => {
        const text = JSON.stringify(object, undefined, space);
        const then = edited(text);
        // JSON has no nought with a sign.
        const read = JSON.parse(text) as typeof object;
        const { ignore = [] } = read;
        assert.equal(then === undefined, typeof ignore === 'string');
        if (then !== undefined) {
          assert.deepEqual(JSON.parse(then), { ...read, ignore: [...(ignore as unknown[]), { new: 1 }] });
        }
      }),
    );
  });

  it('knows where each value ends', () => {
    const text = '{ "a": [1, "é"], "b": { "c": null } }';
    const { value } = readJson(text);
    const members = value?.kind === 'object' ? value.members : [];
    assert.deepEqual(
      members.map(it => text.slice(it.value.start, it.value.end)),
      ['[1, "é"]', '{ "c": null }'],
    );
  });
});
