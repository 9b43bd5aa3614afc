import { load, Unavailable, type Rival } from './rival.ts';
import { readTexts } from './texts.ts';

const mostArticles = 20_000;
/** Of the letters of a quotation. */
const mostErrors = 0.25;

/** A scan of all texts, held in memory, with the approximate matcher that Hypothesis anchors its annotations by. */
export const approximate: Rival = {
  name: 'approx-string-match, scan',
  questions: 6,
  async open(workspace) {
    if (workspace.paths.length > mostArticles) {
      throw new Unavailable(
        `takes over half a minute a quotation among ${String(workspace.paths.length)} articles`,
      );
    }
    const library = await load('approx-string-match', import('approx-string-match'));
    const articles = [...readTexts(workspace)];
    return {
      find({ words }) {
        let errors = Math.floor(words.length * mostErrors);
        let best: string | undefined;
        for (const { path, text } of articles) {
          const [match] = library.default(text, words, errors);
          if (match !== undefined) {
            best = path;
            errors = match.errors - 1;
          }
          if (errors < 0) {
            break;
          }
        }
        return best;
      },
      close: () => undefined,
    };
  },
};
