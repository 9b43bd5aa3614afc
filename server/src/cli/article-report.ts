import type { Article } from '../core/corpus/article.ts';
import type { NameKind, Quotation } from '../core/parse/reading.ts';
import type { Span } from '../core/text/span.ts';

/** One line of `stet inspect --format json`. Offsets are UTF-16 code units. */
export interface ArticleReport {
  readonly path: string;
  readonly key: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly names: readonly NameReport[];
  readonly quotations: readonly ArticleQuotationReport[];
}

interface NameReport {
  readonly kind: NameKind;
  readonly name: string;
  readonly forms: readonly string[];
  readonly role: string | null;
  /** The bare name, without title. */
  readonly mentions: readonly SpanReport[];
}

interface ArticleQuotationReport extends SpanReport {
  /** Name: resolved, or the words as printed; span: the mention beside the quotation, pronoun or description included. */
  readonly speaker: { readonly name: string; readonly start: number; readonly end: number } | null;
  readonly cue: SpanReport | null;
  readonly kind: Quotation['kind'];
}

interface SpanReport {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What Stet reads in an article. */
export function articleReport(article: Article): ArticleReport {
  const { path, key, title, date, outlet, byline, text, entities, mentions, quotations } = article;
  const words = ({ start, end }: Span): SpanReport => ({ start, end, text: text.slice(start, end) });
  return {
    path,
    key,
    title: title ?? null,
    date: date ?? null,
    outlet: outlet ?? null,
    byline: byline ?? null,
    names: entities.map(({ kind, name, forms, role }, index) => ({
      kind,
      name,
      forms,
      role: role ?? null,
      mentions: mentions.filter(it => it.entity === index).map(words),
    })),
    quotations: quotations.map(quotation => ({
      ...words(quotation),
      speaker: quotation.speaker
        ? { name: quotation.speaker.name, start: quotation.speaker.start, end: quotation.speaker.end }
        : null,
      cue: quotation.cue ? words(quotation.cue) : null,
      kind: quotation.kind,
    })),
  };
}
