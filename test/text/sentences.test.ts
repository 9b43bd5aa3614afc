import assert from 'node:assert/strict';
import { findSentences } from '../../server/src/core/text/sentences.ts';

/** Sentences are parted by a bar in the drawing. */
const drawings = [
  'It rose. | It fell! | Did it? | Yes.',
  'Mr. Ward and Dr. J. P. Quill met Sen. Lucia Zamora. | They left.',
  'He lives in the U.S. and likes it. | She left the U.S. | The boat did not.',
  'It opens at 5 p.m. Tuesday. | It shut at 5 p.m. | He left.',
  'On Sept. 3 Straits Line Inc. said so. | Nobody believed Straits Line Inc. | It sailed.',
  'It cost 3.5 million crowns, i.e. nothing. | See No. 4 and vol. 2.',
  '“It rose.” | “It fell,” he said. | “So!” | It did.',
  '“Who pays?” Okafor asked. | “You!” Ward shouted. | Nobody laughed.',
  '“Who pays?” he asked. | She left (at once). | He stayed.',
  'It rose … and fell. | It rose … | Then it fell.',
  'The firm (Straits Line Ltd.) sailed. | “We go.”',
  'No. | Never. | I. Ward said so.',
  'one line\n\n | another without a stop',
];

describe('sentences', () => {
  for (const drawing of drawings) {
    it(drawing.replace(/\n/g, '⏎'), () => {
      const text = drawing.replace(/ \| /g, ' ');
      const expected = drawing.split(' | ').map(it => it.trim());
      assert.deepEqual(
        findSentences(text).map(it => text.slice(it.start, it.end)),
        expected,
      );
    });
  }

  it('only within the span that is asked for', () => {
    const text = 'It rose. It fell. It rose.';
    assert.deepEqual(findSentences(text, { start: 9, end: 17 }), [{ start: 9, end: 17 }]);
    assert.deepEqual(findSentences('  \n '), []);
  });
});
