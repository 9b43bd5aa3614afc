import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../server/src/core/features/check.ts';
import type { Article } from '../server/src/core/corpus/article.ts';
import type { Quotation } from '../server/src/core/parse/reading.ts';
import type { Verdict } from '../server/src/core/verify/verdict.ts';
import { openDraft, openNewsroom } from './support/newsroom.ts';

/** Five real articles that are not part of the project; the drafts are made of them at run time. */
const folder = join(import.meta.dirname, '../../shared/seeds');

describe('the five real articles', function () {
  if (!existsSync(folder)) {
    it.skip('need the folder ../shared/seeds');
    return;
  }
  const files = readdirSync(folder).sort();
  const context = openNewsroom({
    articles: files.map(name => ({
      path: `articles/${name}`,
      text: readFileSync(join(folder, name), 'utf8'),
    })),
    project: undefined,
  });
  const articles = [...context.corpus.articles()];
  const [first, second, third, , fifth] = articles as [Article, Article, Article, Article, Article];

  const judge = (
    text: string,
  ): { verdict: Verdict; holds: readonly Verdict[]; messages: readonly string[] } => {
    const { verifications, findings } = check(
      context,
      openDraft({ path: 'draft.md', text: `${text}\n` }, context.corpus),
    );
    assert.ok(verifications.length > 0, `a quotation in: ${text}`);
    return {
      verdict: verifications[0]!.verdict,
      holds: verifications[0]!.holds,
      messages: findings.map(it => it.message),
    };
  };
  const quotation = (article: Article, words: string): string => textOf(article, quotationOf(article, words));
  const says = (words: string, speaker: string): string =>
    `“${words.replace(/[,.]$/u, '')},” ${speaker} said.`;

  it('verify words that two of them have', () => {
    assert.equal(judge(says(quotation(second, 'paradigm'), 'Luis Videgaray')).verdict, 'verified');
  });

  it('show a quotation that another prints differently', () => {
    const draft = `Freeland called Tillerson “${quotation(second, 'international order')}”`;
    const { verdict, messages } = judge(draft);
    assert.equal(verdict, 'variants');
    assert.match(messages.join(), /worldwide/u);
    const other = judge(`Freeland called Tillerson “${quotation(first, 'worldwide order')}”`);
    assert.equal(other.verdict, 'variants');
  });

  it('show one word that was replaced', () => {
    const { verdict, messages } = judge(
      says(quotation(second, 'paradigm').replace('cooperation', 'competition'), 'Videgaray'),
    );
    assert.equal(verdict, 'altered');
    assert.match(messages.join(), /competition/u);
    assert.match(messages.join(), /cooperation/u);
  });

  it('tell whose words they are', () => {
    const words = quotation(second, 'paradigm');
    assert.equal(judge(says(words, 'Rex Tillerson')).verdict, 'misattributed');
    const both = judge(says(words.replace('cooperation', 'competition'), 'Rex Tillerson'));
    assert.equal(both.verdict, 'altered');
    assert.ok(both.holds.includes('misattributed'));
    assert.equal(both.messages.length, 2);
  });

  it('tell the reporter’s own sentence', () => {
    const sentence = /But it was [^.]+\./u.exec(second.text)![0];
    assert.equal(judge(says(sentence, 'Tillerson')).verdict, 'not-speech');
  });

  it('tell a cut that turns the meaning', () => {
    const words = quotation(third, 'military force');
    assert.equal(judge(`John Kelly promised “${words}”, he said.`).verdict, 'verified');
    assert.equal(judge(`John Kelly promised “${words.replace(/^no /u, '')}”, he said.`).verdict, 'clipped');
  });

  it('tell a sentence dropped between two', () => {
    const sentences = quotation(third, 'drug lords').match(/[^.]+\./gu)!;
    assert.equal(sentences.length, 3);
    assert.equal(judge(says(`${sentences[0]!}${sentences[2]!}`, 'Donald Trump')).verdict, 'omission');
  });

  it('let an honest ellipsis, another spelling and straight marks stand', () => {
    const chain = quotation(second, 'supply chain');
    const from = chain.indexOf('approach');
    const to = chain.indexOf('drugs');
    assert.ok(from > 0 && to > from);
    const elided = `${chain.slice(0, from + 'approach'.length)} … ${chain.slice(to)}`;
    assert.equal(judge(says(elided, 'Tillerson')).verdict, 'verified');
    const spelt = quotation(second, 'emphasise').replace('emphasise', 'emphasize');
    assert.equal(judge(says(spelt, 'Tillerson')).verdict, 'verified');
    const straight = quotation(second, 'more fluid').replaceAll('’', "'");
    assert.equal(judge(`"${straight.replace(/,$/u, '')}," Videgaray said.`).verdict, 'verified');
  });

  it('do not have what nobody said', () => {
    assert.equal(
      judge(says('We shall paint the wall in the colours of both flags', 'Tillerson')).verdict,
      'not-found',
    );
  });

  it('leave a scare quote alone', () => {
    const { verdict, messages } = judge('The fate of the “Dreamers” stayed open.');
    assert.equal(verdict, 'skipped');
    assert.deepEqual(messages, []);
  });

  it('read a quotation with a broken opening mark, and who spoke', () => {
    const words = quotation(fifth, 'bilateral defense');
    assert.equal(judge(`The Pentagon spoke of a “${words}”`).verdict, 'verified');
    assert.equal(speakerOf(fifth, 'bilateral defense'), 'Pentagon');
    assert.equal(speakerOf(fifth, 'lauded'), 'Pentagon', 'It added');
    assert.equal(speakerOf(first, 'lopsided'), speakerOf(first, 'peaceful transition'), 'He suggested');
    assert.match(speakerOf(first, 'lopsided') ?? '', /Tillerson$/u);
  });

  it('give nothing from page furniture, and only names from captions', () => {
    for (const article of articles) {
      for (const [index, block] of article.blocks.entries()) {
        const names = article.mentions.filter(it => it.block === index);
        const quotations = article.quotations.filter(it => it.block === index);
        if (block.kind === 'boilerplate') {
          assert.deepEqual([...names, ...quotations], [], article.text.slice(block.start, block.end));
        } else if (block.kind === 'caption') {
          assert.deepEqual(quotations, []);
        }
      }
    }
    const furniture = ['Share This', 'Latest News', 'narrow-browser', 'portrait-tablet-and-below', 'WATCH:'];
    for (const words of furniture) {
      const article = articles.find(it => it.text.includes(words))!;
      const at = article.text.indexOf(words);
      const block = article.blocks.find(it => it.start <= at && at < it.end);
      assert.equal(block?.kind ?? 'boilerplate', 'boilerplate', words);
    }
    const caption = fifth.blocks.findIndex(it => it.kind === 'caption');
    assert.ok(fifth.mentions.some(it => it.block === caption && it.text === 'James Mattis'));
  });

  it('complete and verify every quotation that they print', () => {
    const flagged: string[] = [];
    for (const article of articles) {
      for (const one of article.quotations.filter(it => it.kind !== 'scare')) {
        const speaker = one.speaker === undefined ? '' : ` ${one.speaker.name} said`;
        const words = textOf(article, one).replace(/[,.]$/u, '');
        const { verdict } = judge(`It was put like this: “${words},”${speaker}.`);
        if (!['verified', 'variants', 'skipped'].includes(verdict)) {
          flagged.push(`${verdict}: ${words} (${speaker})`);
        }
      }
    }
    assert.deepEqual(flagged, []);
  });
});

function quotationOf(article: Article, words: string): Quotation {
  const found = article.quotations.filter(it => textOf(article, it).includes(words));
  assert.equal(found.length, 1, `one quotation with “${words}” in ${article.path}`);
  return found[0]!;
}

function textOf(article: Article, { start, end }: Quotation): string {
  return article.text.slice(start, end);
}

function speakerOf(article: Article, words: string): string | undefined {
  return quotationOf(article, words).speaker?.name;
}
