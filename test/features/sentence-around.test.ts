import { strict as assert } from 'node:assert';
import { endBetween, isAttributedBehind, leadsIn } from '../../server/src/core/features/sentence-around.ts';

describe('what stands around a quotation', () => {
  for (const [follows, expected] of [
    [' Lane said.', true],
    [' said Lane', true],
    [' Ana Lane, the mayor of the town, said on Friday.', true],
    [' Mr. Lane has repeatedly said.', true],
    [' Cllr. Ana Lane said.', true],
    [' Capt. J. Lane, of the Holt ferry, said.', true],
    [' Lane met the council of Holt. Ortiz said no.', false],
    [' Aya bin al Sabah told reporters', true],
    [' he added', true],
    [' the mayor of the town said', true],
    [' a spokesman, Per Aas, said', true],
    [' Nobody heard a word, they said later.', false],
    [' Nobody said a word.', false],
    [' Lane left the hall. He said nothing.', false],
    [' and said no more', false],
    [' Rain fell, he said', false],
    ['', false],
    [' said.', false],
  ] as const) {
    it(`behind it: ${JSON.stringify(follows)} ${expected ? 'says' : 'does not say'} whose it is`, () => {
      assert.equal(isAttributedBehind(follows), expected);
    });
  }

  for (const [before, expected] of [
    ['Lane said: ', true],
    ['Lane told the council, which met on Friday for the first time: ', true],
    ['On Friday Lane said, ', true],
    ['Lane told reporters ', true],
    ['The hall was full: ', false],
    ['Lane said nothing and left the hall and ', false],
    ['', false],
  ] as const) {
    it(`before it: ${JSON.stringify(before)} ${expected ? 'leads' : 'does not lead'} in`, () => {
      assert.equal(leadsIn(before), expected);
    });
  }

  it('says how it ends', () => {
    assert.equal(endBetween('Lane said: ', ''), '.');
    assert.equal(endBetween('Lane said ', ' and left'), '');
    assert.equal(endBetween('', ' Lane said'), ',');
    assert.equal(endBetween('', ''), undefined);
    assert.equal(endBetween('Lane said: ', '.'), '');
  });
});
