import { Kind, type Tokens } from './attribution-tokens.ts';
import { wordAt } from './attribution-words.ts';

/** Verbs that report words together with the word behind them. */
const IDIOMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['put', ['it']],
  ['puts', ['it']],
  ['made', ['clear']],
  ['makes', ['clear']],
  ['went', ['on', 'further']],
  ['goes', ['on', 'further']],
  ['pointed', ['out', 'to']],
  ['points', ['out', 'to']],
  ['pointing', ['out', 'to']],
  ['weighed', ['in']],
  ['chimed', ['in']],
  ['singled', ['out']],
  ['hit', ['back']],
  ['hits', ['back']],
  ['chipped', ['in']],
  ['chips', ['in']],
  ['butted', ['in']],
  ['piped', ['up']],
  ['pipes', ['up']],
]);

/** Where the cue ends that a verb makes with the words behind it: `put it`, `pointed out`, `made the point`. */
export function phrasalEnd(tokens: Tokens, index: number): number | undefined {
  // `made the point that`
  if (/^(?:made|makes|making)$/.test(wordAt(tokens, index)) && wordAt(tokens, index + 1) === 'the') {
    const isClaim = /^(?:point|case|argument)$/.test(wordAt(tokens, index + 2));
    return isClaim && wordAt(tokens, index + 3) === 'that' ? index + 3 : undefined;
  }
  const nexts = IDIOMS.get(wordAt(tokens, index));
  if (!nexts?.includes(wordAt(tokens, index + 1))) {
    return undefined;
  }
  // `hit back at the slogan`
  const isAlone = /^(?:hit|chip|butt|pip)/.test(wordAt(tokens, index));
  if (isAlone && (tokens.kinds[index + 2] === Kind.word || tokens.kinds[index + 2] === Kind.name)) {
    return undefined;
  }
  // `went on to say` and `went on for hours` are not speech by themselves.
  const goesOn = wordAt(tokens, index + 1) === 'on';
  return goesOn && tokens.kinds[index + 2] === Kind.word && wordAt(tokens, index + 2) !== 'about'
    ? undefined
    : index + 2;
}

/** Where the cue of a verb ends; its particle is a part of it: `pointed out`, `shot back`, `chimed in`. */
export function cueEnd(tokens: Tokens, index: number, to: number): number {
  const next = index + 1 < to && tokens.kinds[index + 1] === Kind.word ? wordAt(tokens, index + 1) : '';
  const joins = next === 'in' && /^chim/.test(wordAt(tokens, index));
  return next === 'out' || next === 'back' || joins ? index + 2 : index + 1;
}
