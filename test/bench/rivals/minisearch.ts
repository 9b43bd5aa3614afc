import { load, Unavailable, type Rival } from './rival.ts';
import { passagesOf, readTexts } from './texts.ts';

const mostArticles = 10_000;

/** Full text search over paragraphs, in memory: the best hit, whatever its score. */
export const minisearch: Rival = {
  name: 'MiniSearch over passages',
  questions: 9,
  async open(workspace) {
    if (workspace.paths.length > mostArticles) {
      throw new Unavailable(
        `its index of ${String(workspace.paths.length)} articles takes minutes and gigabytes`,
      );
    }
    const { default: MiniSearch } = await load('minisearch', import('minisearch'));
    const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], storeFields: [] });
    const paths: string[] = [];
    for (const { path, text } of readTexts(workspace)) {
      for (const passage of passagesOf(text)) {
        index.add({ id: paths.length, text: passage });
        paths.push(path);
      }
    }
    return {
      find({ words }) {
        const [best] = index.search(words);
        return best === undefined ? undefined : paths[Number(best.id)];
      },
      close: () => undefined,
    };
  },
};
