import { contains, overlaps, touches } from '../text/span.ts';
import { isFirstOfName } from './first-of-name.ts';
import { capitalRun } from '../parse/capital-run.ts';
import { entityOf, type Placed } from './people.ts';
import { blockAt } from './places.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { matchNames } from '../verify/names-alike.ts';
import type { Corpus, CorpusEntity } from '../corpus/corpus.ts';
import type { Reading } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';

/** A name in a text that the sources know. */
export interface KnownName extends Span {
  readonly entity: CorpusEntity;
}

/** Words with a capital in a row, particles between them; a line may break there. */
const capitalRuns = capitalRun({ besides: 'of|the|and', gap: String.raw`\s`, joined: true });
/** Longer runs are headlines. */
const longestRun = 10;

/**
 * The names in a stretch of a text that the sources know: those that were read as names, and any other words with
 * capitals that are a name in some source, since a draft that is being typed has little to tell names by.
 */
export function knownNames(corpus: Corpus, reading: Placed, span: Span): readonly KnownName[] {
  const names: KnownName[] = reading.mentions.flatMap(mention => {
    const entity = overlaps(mention, span) ? entityOf(corpus, reading, mention) : undefined;
    return entity === undefined ? [] : [{ start: mention.start, end: mention.end, entity }];
  });
  const words = reading.text.slice(span.start, span.end);
  for (const match of words.matchAll(capitalRuns.on(words))) {
    for (const name of namesInRun(corpus, reading, span.start + match.index, match[0])) {
      const overlapped = names.filter(other => overlaps(other, name));
      // Of a name that a line break parts one half may have been read alone.
      if (overlapped.every(other => contains(name, other) && other.entity === name.entity)) {
        overlapped.forEach(other => names.splice(names.indexOf(other), 1));
        names.push(name);
      }
    }
  }
  return names.sort((one, other) => one.start - other.start);
}

/** The name under the cursor that the sources know. */
export function knownNameAt(corpus: Corpus, reading: Placed, offset: number): KnownName | undefined {
  const block = blockAt(reading, offset);
  const near = block && {
    start: Math.max(block.start, offset - 100),
    end: Math.min(block.end, offset + 100),
  };
  return near && knownNames(corpus, reading, near).find(name => touches(name, offset));
}

/** The longest known names among the words of a run, from its left. */
function namesInRun(corpus: Corpus, reading: Reading, start: number, run: string): KnownName[] {
  const words = [...run.matchAll(/\S+/g)].slice(0, longestRun);
  const names: KnownName[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let last = words.length - 1; last >= first; last--) {
      const from = words[first]?.index ?? 0;
      const until = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
      const text = run.slice(from, until).replace(/(?:[’']s?|[.’'-]+)$/, '');
      const span = { start: start + from, end: start + from + text.length };
      const before = words[first - 1]?.[0] ?? '';
      const whole = wholeName(reading, span, before).replace(/\s+/g, ' ');
      const entity = entityNamed(corpus, reading, text.replace(/\s+/g, ' '), whole);
      if (entity !== undefined) {
        names.push({ ...span, entity });
        first = last;
        break;
      }
    }
  }
  return names;
}

/** A name with the first name that stands before it in the text: `Emma Lane` of `Lane`. */
function wholeName({ text, mentions }: Reading, { start, end }: Span, before: string): string {
  const around = mentions.find(it => it.kind === 'person' && it.start < start && end <= it.end);
  const name = text.slice(start, end);
  return around?.text ?? (isFirstOfName(before) ? `${before} ${name}` : name);
}

/** Of several with one surname: the one whom the text names in full, else the most mentioned; nobody who has another first name. */
function entityNamed(
  corpus: Corpus,
  reading: Reading,
  text: string,
  whole: string,
): CorpusEntity | undefined {
  const known = corpus.named(text);
  const entities = whole === text ? known : known.filter(it => it.kind !== 'person' || mayBe(whole, it.name));
  return entities.length < 2
    ? entities[0]
    : (entities.find(it => reading.text.includes(it.name)) ?? entities[0]);
}

/** Whether a full name may be somebody's: `Bob Lane` and `Robrt Lane` Robert Lane's, but not `Emma Lane`. */
function mayBe(whole: string, name: string): boolean {
  const [first = '', other = ''] = [whole, name].map(it => it.slice(0, it.indexOf(' ')));
  return matchNames(whole, name) !== 'different' || didYouMean(first, [other]) !== undefined;
}
