import { strict as assert } from 'node:assert';
import { say, sayCount, speak, spokenHere } from '../../server/src/core/text/say.ts';

describe('say', () => {
  const before = spokenHere();
  afterEach(() => {
    speak(before);
  });

  it('puts values in, and leaves alone what stands in them', () => {
    assert.equal(say('{0} of {1}', '{1} $& {0}', 3), '{1} $& {0} of 3');
    assert.equal(say('{ "draft" } {0}'), '{ "draft" } {0}');
  });

  it('takes the message that fits the number', () => {
    assert.equal(sayCount(1, '1 source of {1}', '{0} sources of {1}', 'today'), '1 source of today');
    assert.equal(sayCount(2, '1 source of {1}', '{0} sources of {1}', 'today'), '2 sources of today');
  });

  it('speaks another language, and English where that has no words', () => {
    speak(
      new Map([
        ['{0} of {1}', 'von {1}: {0}'],
        ['not found', ''],
      ]),
    );
    assert.equal(say('{0} of {1}', 'one', 'two'), 'von two: one');
    assert.equal(say('not found'), 'not found');
    assert.equal(say('constructor'), 'constructor');
  });
});
