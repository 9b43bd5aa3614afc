import { Random } from '../bench/random.ts';
import type { Fixture } from './fixture.ts';

/** What a writer types or takes out, anywhere. */
const typed = [
  '“',
  '”',
  '"',
  '‘',
  '.',
  ',',
  '?',
  '…',
  '[',
  '> ',
  '| ',
  '\n\n',
  ' word',
  ' not',
  '&',
  '(',
  '1',
  ': ',
  '*',
  ' U.S.',
  ' said Lane',
];

/** A draft with more and more typed into it and taken out of it, the same at each run. */
export function* typedInto({ name, draft }: Fixture, edits: number): Generator<string> {
  const random = new Random(...Buffer.from(name));
  let text = draft?.text ?? '';
  yield text;
  for (let edit = 0; edit < edits; edit++) {
    const at = random.below(text.length + 1);
    text = text.slice(0, at) + random.pick(typed) + text.slice(at + random.below(3));
    yield text;
  }
}
