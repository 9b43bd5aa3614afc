import { didYouMean } from '../text/did-you-mean.ts';
import type { CorpusEntity } from '../corpus/corpus.ts';

/** The form with as many words that is nearest in letters; a surname alone is the end of a full name. */
export function nearestForm(entity: CorpusEntity, text: string): string | undefined {
  const words = wordCount(text);
  const ends = [entity.name, ...entity.forms].flatMap(form => endsOf(form, words));
  return didYouMean(text, new Set(ends.filter(end => wordCount(end) === words)));
}

/** The last words of a name; of `Bo Lane Jr.` without what tells him from his father as well. */
function endsOf(form: string, words: number): readonly string[] {
  const bare = form.replace(/,? (?:[JS]r\.?|I{2,3}|IV)$/, '');
  const [given, nickname] = [' ', ' $1 '].map(short => bare.replace(/ [“‘"'(](\S+?)[”’"')] /, short));
  return [...new Set([form, bare, given ?? bare, nickname ?? bare])].map(it =>
    it.split(/\s+/).slice(-words).join(' '),
  );
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/).length;
}
