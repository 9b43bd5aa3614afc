import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { encodeArticle } from '../../server/src/core/corpus/article-codec.ts';
import type { Article } from '../../server/src/core/corpus/article.ts';
import { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import { OpenArticle } from '../../server/src/core/corpus/open-article.ts';
import { ParcelWriter } from '../../server/src/core/corpus/parcel-writer.ts';
import { openParcel } from '../../server/src/core/corpus/parcel.ts';
import { readArticle } from '../../server/src/core/corpus/read-article.ts';
import { Shelf, StoredArticle } from '../../server/src/core/corpus/stored-article.ts';
import type { Entity, Speaker } from '../../server/src/core/parse/reading.ts';
import { readNamesModel } from '../../server/src/fs/names-model.ts';
import { nativeText } from '../../server/src/fs/native-text.ts';
import { takeIn } from '../../server/src/fs/take-in.ts';
import { invent } from './invent.ts';

const model = readNamesModel();
const folder = join(import.meta.dirname, '../../samples/articles');
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.txt') || name.endsWith('.md'))
  .map(name => readArticle({ path: name, key: name, text: readFileSync(join(folder, name), 'utf8') }, model));

/** Any code units, halves of surrogate pairs among them. */
const strings = fc.string({ unit: fc.nat(0xffff).map(code => String.fromCharCode(code)), maxLength: 40 });
const offsets = fc.nat(5_000_000);
const spans = fc.record({ start: offsets, end: offsets });
const indexes = fc.nat(40);
const entityKinds = fc.constantFrom<Entity['kind'][]>('person', 'organisation', 'place');
const entities = fc.record<Entity>({
  kind: entityKinds,
  name: strings,
  forms: fc.array(strings, { maxLength: 3 }),
  role: fc.option(strings, { nil: undefined }),
  affiliation: fc.option(strings, { nil: undefined }),
  gender: fc.constantFrom(undefined, 'female', 'male'),
});
const speakers = fc.option(
  fc.record<Speaker>({
    start: offsets,
    end: offsets,
    name: strings,
    entity: fc.option(indexes, { nil: undefined }),
    kind: fc.constantFrom('name', 'pronoun', 'description'),
  }),
  { nil: undefined },
);
const articles = fc.record<Article>({
  path: strings,
  key: strings,
  title: fc.option(strings, { nil: undefined }),
  date: fc.option(strings, { nil: undefined }),
  outlet: fc.option(strings, { nil: undefined }),
  byline: fc.option(strings, { nil: undefined }),
  words: offsets,
  text: strings,
  blocks: fc.array(
    fc.record({
      start: offsets,
      end: offsets,
      kind: fc.constantFrom('title', 'paragraph', 'boilerplate', 'code', 'transcript', 'blockquote'),
      paragraph: indexes,
      hidden: fc.array(spans, { maxLength: 2 }),
    }),
    { maxLength: 5 },
  ),
  entities: fc.array(entities, { maxLength: 5 }),
  mentions: fc.array(
    fc.record({
      start: offsets,
      end: offsets,
      kind: entityKinds,
      text: strings,
      entity: indexes,
      block: indexes,
    }),
    { maxLength: 5 },
  ),
  quotations: fc.array(
    fc.record({
      start: offsets,
      end: offsets,
      outer: spans,
      mark: fc.constantFrom('double', 'single', 'guillemet', 'none'),
      closed: fc.boolean(),
      block: indexes,
      utterance: indexes,
      kind: fc.constantFrom('direct', 'mixed', 'scare'),
      speaker: speakers,
      cue: fc.option(spans, { nil: undefined }),
      nested: fc.array(spans, { maxLength: 2 }),
      hypothetical: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  utterances: fc.array(
    fc.record({ quotations: fc.array(indexes, { minLength: 1, maxLength: 3 }), speaker: speakers }),
    { maxLength: 5 },
  ),
  unbalanced: fc.array(spans, { maxLength: 2 }),
});

/** All that an article says, as a plain object. */
function plain(article: Article): Article {
  const { path, key, title, date, outlet, byline, words } = article;
  const { text, blocks, mentions, entities: named, quotations, utterances, unbalanced } = article;
  return {
    ...{ path, key, title, date, outlet, byline, words },
    ...{ text, blocks, mentions, entities: named, quotations, utterances, unbalanced },
  };
}

/** Puts an article into bytes and opens it; the bytes are used for others as soon as it is open. */
function thereAndBack(article: Article): Article {
  const bytes = encodeArticle(article, nativeText);
  const stored = new StoredArticle(article, new Shelf(), () => new OpenArticle(bytes, nativeText));
  assert.equal(stored.text, article.text);
  bytes.fill(0xff);
  return plain(stored);
}

describe('an article as bytes', () => {
  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(
        articles.map(it => structuredClone(it)),
        article => {
          assert.deepEqual(thereAndBack(article), article);
        },
      ),
    );
  });

  it('comes back as it was read', () => {
    assert.ok(samples.length > 3);
    for (const article of samples) {
      assert.deepEqual(thereAndBack(article), plain(article));
    }
  });

  it('is refused where its bytes are cut short', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (article, share) => {
          const bytes = encodeArticle(article, nativeText);
          const cut = bytes.subarray(0, Math.floor(bytes.length * share));
          assert.throws(() => new OpenArticle(cut, nativeText), RangeError);
        },
      ),
    );
  });

  it('is one object however often it is opened and closed', () => {
    const shelf = new Shelf();
    const stored = samples.map(it => {
      const bytes = encodeArticle(it, nativeText);
      return new StoredArticle(it, shelf, () => new OpenArticle(bytes, nativeText));
    });
    for (const [index, article] of stored.entries()) {
      assert.deepEqual(plain(article), plain(samples[index]!));
      article.close();
      assert.deepEqual(plain(article), plain(samples[index]!));
      const other = article.withKey('other');
      assert.equal(other.isSameAs(article), true);
      assert.deepEqual(plain(other), { ...plain(samples[index]!), key: 'other' });
    }
  });

  it('is closed between questions, the last ones aside', () => {
    const shelf = new Shelf();
    const [sample] = samples;
    const bytes = encodeArticle(sample!, nativeText);
    let reads = 0;
    const stored = Array.from(
      { length: 2000 },
      () =>
        new StoredArticle(sample!, shelf, () => {
          reads++;
          return new OpenArticle(bytes, nativeText);
        }),
    );
    const lookInto = (): void => {
      stored.forEach(it => assert.equal(it.text, sample!.text));
    };
    lookInto();
    lookInto();
    assert.equal(reads, 2000);
    shelf.tidy();
    lookInto();
    assert.equal(reads, 2500);
  });

  it('is closed between questions however many parcels a corpus has', async () => {
    const corpus = new MemoryCorpus();
    let reads = 0;
    for (let parcel = 0; parcel < 8; parcel++) {
      const writer = new ParcelWriter(nativeText);
      for (let index = 0; index < 300; index++) {
        writer.add(invent({ path: `${String(parcel)}-${String(index)}.txt`, text: 'The quay is closed.' }));
      }
      const { index, records } = writer.take();
      const readRecord = (start: number, end: number): Uint8Array => {
        reads++;
        return records.subarray(start, end);
      };
      const opening = openParcel(index, {
        shelf: corpus.shelf,
        codec: nativeText,
        keyOf: path => path,
        readRecord,
      });
      await takeIn(corpus, opening);
    }
    const lookInto = (): void => {
      for (const article of corpus.articles()) {
        assert.equal(article.text, 'The quay is closed.');
      }
    };
    reads = 0;
    lookInto();
    lookInto();
    assert.equal(reads, 2400);
    corpus.tidy();
    lookInto();
    assert.equal(reads, 3300);
  });
});
