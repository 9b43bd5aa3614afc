import type { Project } from '../project.ts';
import type { Article } from './article.ts';
import { byPath, exchanged } from './by-path.ts';
import type {
  Corpus,
  CorpusEntity,
  Place,
  PlaceQuery,
  QuotationQuery,
  QuotationRef,
  SearchHit,
} from './corpus.ts';
import { plainKey } from './keys.ts';
import { NamesIndex } from './names-index.ts';
import { PairIndex } from './pairs.ts';
import type { OpenParcel } from './parcel.ts';
import { QuotationIndex } from './quotations.ts';
import { SearchIndex } from './search.ts';
import { Shelf } from './stored-article.ts';

/** Merged names of more articles take more memory than their first use saves. */
const mostPrepared = 30_000;
/** Articles of a parcel between two steps: a millisecond or two. */
const adoptedAtOnce = 512;

/** The sources, held in memory: an index for places, one for names, one for quotations, one for the search box. */
export class MemoryCorpus implements Corpus {
  /** Set once the folder has been read. */
  isRead = false;
  #outOfReach: readonly string[] = [];
  #revision = 0;
  #words = 0;
  readonly #byPath = new Map<string, Article>();
  readonly #byKey = new Map<string, Article>();
  readonly #clashing = new Set<string>();
  #sorted: readonly Article[] | undefined;
  readonly #pairs = new PairIndex();
  readonly #names: NamesIndex;
  readonly #quotations = new QuotationIndex();
  readonly #search: SearchIndex;
  /** Which of its stored articles are open. */
  readonly shelf = new Shelf();

  /** `people`: names to their other forms, as the project file gives them. */
  constructor(people: Project['people'] = {}) {
    this.#names = new NamesIndex(people, word => this.#pairs.has(word));
    const places = (text: string, limit: number): readonly Place[] => this.#pairs.find(text, limit);
    this.#search = new SearchIndex(this.#names, this.#quotations, places, () => this.#byPath.size);
  }

  get whole(): boolean {
    return this.isRead && this.#byPath.size > 0;
  }

  get outOfReach(): readonly string[] {
    return this.#outOfReach;
  }

  /** What is said where something was not found changes with it. */
  set outOfReach(places: readonly string[]) {
    if (places.join('\n') !== this.#outOfReach.join('\n')) {
      this.#outOfReach = places;
      this.#revision++;
    }
  }

  /** Adds articles, or replaces those of the same path: one batch, one revision. */
  upsert(articles: readonly Article[]): void {
    const batch = [...new Map(articles.map(article => [article.path, article])).values()];
    if (batch.length === 0) {
      return;
    }
    const paths = batch.map(article => article.path);
    this.#forget(paths);
    for (const article of batch) {
      this.#remember(article);
    }
    this.#pairs.upsert(batch);
    this.#names.upsert(batch);
    this.#quotations.upsert(batch);
    this.#search.upsert(batch);
    this.#changed(paths, batch);
  }

  /**
   * Takes in the articles of a parcel, or puts them in the place of those of the same path: one revision, at the end.
   * Between the steps that this yields others may have their turn; a corpus is not whole before the last.
   */
  *adopt(parcel: OpenParcel): Generator<void> {
    const { articles, names, segment, quotations } = parcel;
    const wanted = articles.filter(article => article !== undefined);
    const paths = wanted.map(article => article.path);
    this.#forget(paths);
    this.#pairs.adopt(segment);
    yield;
    this.#quotations.adopt(quotations);
    yield;
    this.#search.upsert(wanted);
    yield;
    this.#names.adopt(names);
    yield;
    for (const [at, article] of wanted.entries()) {
      this.#remember(article);
      if (at % adoptedAtOnce === 0) {
        yield;
      }
    }
    this.#changed(paths, wanted);
  }

  /** Closes articles that were looked into some time ago; to be called between questions. */
  tidy(): void {
    this.shelf.tidy();
  }

  /** Takes articles out by their paths; paths that are not there are nothing. One batch, one revision. */
  remove(paths: readonly string[]): void {
    const known = [...new Set(paths)].filter(path => this.#byPath.has(path));
    if (known.length === 0) {
      return;
    }
    this.#forget(known);
    this.#pairs.remove(known);
    this.#names.remove(known);
    this.#quotations.remove(known);
    this.#search.remove(known);
    this.#changed(known, []);
  }

  get revision(): number {
    return this.#revision;
  }

  get articleCount(): number {
    return this.#byPath.size;
  }

  get wordCount(): number {
    return this.#words;
  }

  /** All articles by path, whatever order they came in. */
  articles(): Iterable<Article> {
    this.#sorted ??= byPath(this.#byPath.values());
    return this.#sorted;
  }

  article(path: string): Article | undefined {
    return this.#byPath.get(path);
  }

  /** Paths of articles whose key says more than the file's name, since there are others of that name. */
  get clashing(): ReadonlySet<string> {
    return this.#clashing;
  }

  articleByKey(key: string): Article | undefined {
    return this.#byKey.get(key);
  }

  candidates({ text, limit, within }: PlaceQuery): readonly Place[] {
    return this.#pairs.find(text, limit, within);
  }

  named(form: string): readonly CorpusEntity[] {
    return this.#names.named(form);
  }

  complete(prefix: string, limit: number): readonly CorpusEntity[] {
    return this.#names.complete(prefix, limit);
  }

  titled(title: string, limit: number): readonly CorpusEntity[] {
    return this.#names.titled(title, limit);
  }

  nearNames(name: string): readonly CorpusEntity[] {
    return this.#names.near(name);
  }

  quotations(query: QuotationQuery): readonly QuotationRef[] {
    const speakers = query.speaker === undefined ? [] : this.#names.named(query.speaker);
    return this.#quotations.find(query, speakers);
  }

  search(words: string, limit: number): readonly SearchHit[] {
    return this.#search.find(words, limit);
  }

  /** Merges names in slices, for idle moments, unless they are too many: gives whether there is more to do. */
  prepareNames(buckets: number): boolean {
    return this.articleCount <= mostPrepared && this.#names.prepare(buckets);
  }

  /** Readies the search box in slices, for idle moments: gives whether there is more to do. */
  prepareSearch(articles = 50): boolean {
    return this.#search.prepare(articles);
  }

  #remember(article: Article): void {
    this.#byPath.set(article.path, article);
    this.#byKey.set(article.key, article);
    if (article.key !== plainKey(article.path)) {
      this.#clashing.add(article.path);
    }
    this.#words += article.words;
  }

  #forget(paths: readonly string[]): void {
    for (const path of paths) {
      const article = this.#byPath.get(path);
      if (article) {
        this.#byPath.delete(path);
        this.#clashing.delete(path);
        this.#words -= article.words;
        if (this.#byKey.get(article.key) === article) {
          this.#byKey.delete(article.key);
        }
      }
    }
  }

  #changed(gone: readonly string[], came: readonly Article[]): void {
    this.#revision++;
    this.#sorted &&= exchanged(this.#sorted, gone, came);
  }
}
