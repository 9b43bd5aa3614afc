import type { Quotation, Speaker, Utterance } from '../parse/reading.ts';
import { noSpans, type SpanReader, type SpanWriter } from './article-codec-spans.ts';
import type { Article } from './article.ts';

const marks = ['double', 'single', 'guillemet', 'none'] as const satisfies readonly Quotation['mark'][];
const kinds = ['direct', 'mixed', 'scare'] as const satisfies readonly Quotation['kind'][];
const speakerKinds = ['name', 'pronoun', 'description'] as const satisfies readonly Speaker['kind'][];

/** Bits of what a quotation has. */
const closed = 1;
const hypothetical = 2;
const spoken = 4;
const cued = 8;
const nesting = 16;

/** Whose an utterance is: nobody's, somebody's, or that of its quotation of this number and on. */
const nobody = 0;
const somebody = 1;
const ofQuotation = 2;

/** What stands in quotation marks, as bytes. */
export function writeSpeech(writer: SpanWriter, article: Article): void {
  const { quotations, utterances, unbalanced } = article;
  writer.number(quotations.length);
  for (const quotation of quotations) {
    const { speaker, cue, nested } = quotation;
    writer.span(quotation);
    writer.span(quotation.outer);
    writer.choice(marks, quotation.mark);
    writer.choice(kinds, quotation.kind);
    writer.number(
      (quotation.closed ? closed : 0) |
        (quotation.hypothetical ? hypothetical : 0) |
        (speaker ? spoken : 0) |
        (cue ? cued : 0) |
        (nested.length > 0 ? nesting : 0),
    );
    writer.signed(quotation.block);
    writer.signed(quotation.utterance);
    if (speaker) {
      writeSpeaker(writer, speaker);
    }
    if (cue) {
      writer.span(cue);
    }
    if (nested.length > 0) {
      writer.spans(nested);
    }
  }
  writer.number(utterances.length);
  for (const { quotations: members, speaker } of utterances) {
    writer.number(members.length);
    for (const member of members) {
      writer.signed(member);
    }
    const own = speaker ? members.findIndex(it => isSame(quotations[it]?.speaker, speaker)) : -1;
    if (!speaker) {
      writer.number(nobody);
    } else if (own === -1) {
      writer.number(somebody);
      writeSpeaker(writer, speaker);
    } else {
      writer.number(ofQuotation + own);
    }
  }
  writer.spans(unbalanced);
}

/** What stands in quotation marks in an article. */
export type ArticleSpeech = Pick<Article, 'quotations' | 'utterances' | 'unbalanced'>;

/** What `writeSpeech` wrote. */
export function readSpeech(reader: SpanReader): ArticleSpeech {
  const quotations = new Array<Quotation>(reader.number());
  for (let index = 0; index < quotations.length; index++) {
    quotations[index] = readQuotation(reader);
  }
  const utterances = new Array<Utterance>(reader.number());
  for (let index = 0; index < utterances.length; index++) {
    utterances[index] = readUtterance(reader, quotations);
  }
  return { quotations, utterances, unbalanced: reader.spans() };
}

function readQuotation(reader: SpanReader): Quotation {
  const start = reader.start();
  const end = reader.end(start);
  const outer = reader.span();
  const mark = reader.choice(marks);
  const kind = reader.choice(kinds);
  const bits = reader.number();
  return {
    start,
    end,
    outer,
    mark,
    kind,
    closed: (bits & closed) !== 0,
    hypothetical: (bits & hypothetical) !== 0,
    block: reader.signed(),
    utterance: reader.signed(),
    speaker: (bits & spoken) === 0 ? undefined : readSpeaker(reader),
    cue: (bits & cued) === 0 ? undefined : reader.span(),
    nested: (bits & nesting) === 0 ? noSpans : reader.spans(),
  };
}

function readUtterance(reader: SpanReader, quotations: readonly Quotation[]): Utterance {
  const members = new Array<number>(reader.number());
  for (let index = 0; index < members.length; index++) {
    members[index] = reader.signed();
  }
  const whose = reader.number();
  if (whose === nobody) {
    return { quotations: members, speaker: undefined };
  }
  return {
    quotations: members,
    speaker:
      whose === somebody ? readSpeaker(reader) : quotations[members[whose - ofQuotation] ?? -1]?.speaker,
  };
}

/** With the name, though the article's entities have it, too: nearly all who ask who spoke ask nothing else about them. */
function writeSpeaker(writer: SpanWriter, speaker: Speaker): void {
  writer.span(speaker);
  writer.choice(speakerKinds, speaker.kind);
  writer.number(speaker.entity === undefined ? 0 : speaker.entity + 1);
  writer.quoted(speaker.name);
}

function readSpeaker(reader: SpanReader): Speaker {
  const start = reader.start();
  const end = reader.end(start);
  const kind = reader.choice(speakerKinds);
  const number = reader.number();
  return { start, end, name: reader.quoted() ?? '', entity: number === 0 ? undefined : number - 1, kind };
}

function isSame(one: Speaker | undefined, other: Speaker): boolean {
  return (
    one === other ||
    (one !== undefined &&
      one.start === other.start &&
      one.end === other.end &&
      one.name === other.name &&
      one.entity === other.entity &&
      one.kind === other.kind)
  );
}
