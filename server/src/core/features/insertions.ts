import { touches } from '../text/span.ts';
import { draftedWords } from './fit.ts';
import { marksOf, sourceWords } from './marks.ts';
import { blockAt } from './places.ts';
import { articleName, quoted } from './wording.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Edit } from './actions.ts';
import type { Mention } from '../parse/reading.ts';
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
  const block = blockAt(draft, cursor);
  if (place.end !== cursor || block === undefined || block.kind === 'code' || isQuoted(draft, cursor)) {
    return [];
  }
  const mention = personAt(draft, cursor, block);
  const entity = mention && draft.entities[mention.entity];
  if (mention === undefined || entity === undefined) {
    return [];
  }
  const inName = cursor < mention.end;
  const at = inName ? mention.end + possessive(draft.text, mention.end) : cursor;
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
      return [
        {
          title: `Insert ${quoted(words, 60)} (${articleName(article)})`,
          edit: { start: at, end: at, newText: lead + marks.open + words + marks.close },
        },
      ];
    })
    .slice(0, most);
}

function isQuoted(draft: Draft, offset: number): boolean {
  return draft.quotations.some(({ outer }) => outer.start < offset && offset < outer.end);
}

/** The name under the cursor, else the last one before it in its sentence. */
function personAt(draft: Draft, cursor: number, block: Span): Mention | undefined {
  const people = draft.mentions.filter(mention => mention.kind !== 'place');
  const touched = people.find(mention => touches(mention, cursor));
  if (touched !== undefined) {
    return touched;
  }
  return people.findLast(
    mention =>
      mention.start >= block.start &&
      mention.end <= cursor &&
      !/[.?!]["”’]?\s+\P{Ll}/u.test(draft.text.slice(mention.end, cursor)) &&
      !isQuoted(draft, mention.start),
  );
}

function isSamePerson(corpus: CheckContext['corpus'], one: string | undefined, other: string): boolean {
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
