import { say } from '../text/say.ts';
import { touches } from '../text/span.ts';
import { restOfLine } from './cells.ts';
import { closedAt, closedWith } from './closed-words.ts';
import { isInWord } from './cursor.ts';
import { draftedWords } from './fit.ts';
import { knownNames } from './known-names.ts';
import { marksOf, sourceWords } from './marks.ts';
import { blockTyped, openedAt } from './opened.ts';
import { articleName, quoted } from './wording.ts';
import { asWritten } from './written.ts';
import type { Block } from '../parse/reading.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Edit } from './actions.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { KnownName } from './known-names.ts';
import type { Span } from '../text/span.ts';

/** A quotation of the sources that can be put in at the cursor. */
export interface Insertion {
  readonly title: string;
  readonly edit: Edit;
}

const most = 3;

/** Quotations by the person at the cursor, or named before it in the same sentence, that the draft does not have yet. */
export function insertions({ corpus }: CheckContext, draft: Draft, place: Span): Insertion[] {
  const cursor = place.start;
  const block = blockTyped(draft, cursor);
  if (place.end !== cursor || block === undefined || block.kind === 'code' || isTaken(draft, block, cursor)) {
    return [];
  }
  const name = personAt(corpus, draft, cursor, block);
  if (name === undefined) {
    return [];
  }
  const { entity } = name;
  const inName = cursor < name.end;
  const at = inName ? name.end + possessive(draft.text, name.end) : cursor;
  const follows = restOfLine(draft, at);
  // A sentence that goes on behind the name has a verb of its own, and a word is not to be cut in two.
  if (inName ? draft.text.slice(at, block.end).trim() !== '' : isInWord(draft.text, at)) {
    return [];
  }
  const space = /^[\p{L}\p{N}“‘"([]/u.test(follows) ? ' ' : '';
  const marks = marksOf(undefined, draft.marks);
  const used = new Set(draft.quotations.map(quotation => withoutEnd(draftedWords(draft, quotation))));
  const context = draft.text.slice(block.start, block.end);
  return corpus
    .quotations({ typed: '', speaker: entity.name, context, limit: 3 * most })
    .flatMap(({ article, quotation: index }) => {
      const quotation = article.quotations[index];
      const speaker = quotation?.speaker?.name;
      if (
        quotation === undefined ||
        quotation.kind === 'scare' ||
        !isSamePerson(corpus, speaker, entity.name)
      ) {
        return [];
      }
      const words = sourceWords(article, quotation, marks);
      if (words === '' || used.has(withoutEnd(words))) {
        return [];
      }
      used.add(withoutEnd(words));
      const lead = inName
        ? ' said: '
        : /[\s([]$/.test(draft.text.slice(0, at)) || at === block.start
          ? ''
          : ' ';
      const closed = inName
        ? closedWith(draft, words, '.', marks)
        : closedAt(draft, { start: at, end: at }, words, marks);
      const written = asWritten(draft, closed.words, at);
      const { behind } = closed;
      return [
        {
          title: say('Insert {0} ({1})', quoted(words, 60), articleName(article)),
          edit: { start: at, end: at, newText: lead + marks.open + written + marks.close + behind + space },
        },
      ];
    })
    .slice(0, most);
}

/** Whether the cursor stands in a quotation, be it still open, right before one, or in what is no words. */
function isTaken(draft: Draft, { hidden }: Block, cursor: number): boolean {
  return (
    isQuoted(draft, cursor) ||
    openedAt(draft, cursor) !== undefined ||
    hidden.some(it => it.start <= cursor && cursor < it.end) ||
    draft.quotations.some(
      ({ outer }) => outer.start >= cursor && draft.text.slice(cursor, outer.start).trim() === '',
    )
  );
}

function isQuoted(draft: Draft, offset: number): boolean {
  return draft.quotations.some(({ outer }) => outer.start < offset && offset < outer.end);
}

/** The name under the cursor, else the last one before it in its sentence. */
function personAt(corpus: Corpus, draft: Draft, cursor: number, block: Span): KnownName | undefined {
  const people = knownNames(corpus, draft, block).filter(({ entity }) => entity.kind !== 'place');
  return (
    people.find(name => touches(name, cursor)) ??
    people.findLast(
      name =>
        name.end <= cursor &&
        !/[.?!]["”’]?\s+\P{Ll}/u.test(draft.text.slice(name.end, cursor)) &&
        !isQuoted(draft, name.start),
    )
  );
}

function isSamePerson(corpus: Corpus, one: string | undefined, other: string): boolean {
  if (one === undefined) {
    return false;
  }
  return (
    one === other || corpus.named(other).some(entity => entity.name === one || entity.forms.includes(one))
  );
}

function possessive(text: string, offset: number): number {
  return /^[’']s?\b/.exec(text.slice(offset, offset + 2))?.[0].length ?? 0;
}

function withoutEnd(words: string): string {
  return words.replace(/[.,;:]+$/, '').toLowerCase();
}
