import type { Article } from '../../server/src/core/corpus/article.ts';
import { foldWords } from '../../server/src/core/text/words.ts';
import { syntheticProse, syntheticSpeech } from './synthetic.ts';

/** How a drafted quotation differs from what stands in the sources. */
export type CaseKind = 'verbatim' | 'altered' | 'absent';

/** A quotation to be verified, with what is known of it. */
export interface Case {
  readonly kind: CaseKind;
  readonly words: string;
  readonly speaker: string;
  /** The words as a source has them; undefined where none has. */
  readonly original: string | undefined;
}

export const caseKinds: readonly CaseKind[] = ['verbatim', 'altered', 'absent'];

/** A draft of about 2,000 words, with the quotations in it. */
export interface BenchDraft {
  readonly text: string;
  readonly cases: readonly Case[];
}

/** Quotations of 8 to 45 words with a speaker, from all over the articles, each from another one. */
export function drawCases(articles: readonly Article[], count: number): readonly Case[] {
  const cases: Case[] = [];
  const step = Math.max(1, Math.floor(articles.length / (count * 1.5)));
  for (let index = 0; index < articles.length && cases.length < count; index += step) {
    const article = articles[index];
    const quotation = article?.quotations.find(({ start, end, kind, speaker }) => {
      const words = foldWords(article.text, { start, end }).length;
      return kind !== 'scare' && speaker !== undefined && words >= 8 && words <= 45;
    });
    const words = article?.text.slice(quotation?.start, quotation?.end).replace(/[.,]$/, '');
    if (article !== undefined && quotation?.speaker !== undefined && words !== undefined && isPlain(words)) {
      const speaker = quotation.speaker.name;
      const kind = caseKinds[cases.length % 3] ?? 'verbatim';
      cases.push(
        kind === 'absent'
          ? { kind, words: syntheticSpeech(index), speaker, original: undefined }
          : { kind, words: kind === 'verbatim' ? words : alter(words), speaker, original: words },
      );
    }
  }
  return cases;
}

/** A quotation with its attribution, as a draft has it. */
export function attributed({ words, speaker }: Case): string {
  return `“${words},” ${speaker} said.`;
}

/** A draft of prose that stands in no source, and of quotations. */
export function composeDraft(cases: readonly Case[]): BenchDraft {
  const paragraphs = cases.map((it, index) => `${syntheticProse(index)} ${attributed(it)}`);
  return { text: `# A draft\n\n${paragraphs.join('\n\n')}\n`, cases };
}

/** Another word in the place of one in the middle. */
function alter(words: string): string {
  const parts = words.split(' ');
  const middle = Math.floor(parts.length / 2);
  const at = parts.findIndex((part, index) => index >= middle && /^[a-z]{4,}$/.test(part));
  parts[at === -1 ? middle : at] = 'umbrella';
  return parts.join(' ');
}

function isPlain(words: string): boolean {
  return !/["“”‘«»\n[\]*_`<]/.test(words);
}
