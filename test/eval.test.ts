import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Mention, NameKind, Quotation, Reading, Speaker } from '../server/src/core/parse/reading.ts';
import type { Verdict } from '../server/src/core/verify/verdict.ts';
import { readNamesModel } from '../server/src/fs/names-model.ts';
import { articlesOf, judgeAmong } from './eval/build.ts';
import { NoData, toUnits } from './eval/data.ts';
import { redraft, redraftScore } from './eval/redraft.ts';
import { redraftForms } from './eval/redraft-forms.ts';
import { nameScore, runNames } from './eval/names.ts';
import { quotationScore, runQuotations, type QuotationScore } from './eval/quotations.ts';
import {
  drawMisses,
  drawVerification,
  outcomeOf,
  runVerification,
  scoreOf,
  type Judge,
} from './eval/verification.ts';

const data = fileURLToPath(new URL('./fixtures/eval/', import.meta.url));

describe('evaluation', () => {
  it('turns code points into UTF-16 offsets', () => {
    const units = toUnits('a🚢b🚢🚢c');
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map(units), [0, 1, 3, 4, 6, 8, 9]);
  });

  describe('of verification', () => {
    const right: Readonly<Record<string, Verdict>> = {
      'We shall keep every metre of the quay 🚢.': 'verified',
      'pay one crown more': 'clipped',
      'Nobody has asked us - to sell it.': 'variants',
      'We will pay one crown more.': 'altered',
      'Nobody has asked us to sell it,': 'misattributed',
      'Turnips are the future of this town,': 'not-found',
    };

    /** Says of each drafted quotation what it is told to, right unless changed. */
    function judge(changes: Readonly<Record<string, Verdict | undefined>> = {}): Judge {
      return draft =>
        Object.entries({ ...right, ...changes }).flatMap(([text, verdict]) => {
          const mark = Math.max(draft.indexOf(`“${text}`), draft.indexOf(`"${text}`));
          return mark === -1 || !verdict ? [] : [{ start: mark + 1, end: mark + 1 + text.length, verdict }];
        });
    }

    function scored(changes?: Readonly<Record<string, Verdict | undefined>>): ReturnType<typeof scoreOf>[] {
      const { alone, inDrafts } = runVerification(`${data}verification`, judge(changes));
      return [scoreOf(alone), scoreOf(inDrafts)];
    }

    it('gives full marks to a judge that is right, and lists clipped parts apart', () => {
      const full = { cases: 6, accuracy: 1, falseGreen: 0, falseAlarm: 0, apart: 1 };
      assert.deepEqual(scored(), [full, full]);
    });

    const wrong: readonly [string, string, Verdict | undefined, object][] = [
      [
        'a wrong quotation called verified',
        'We will pay one crown more.',
        'verified',
        { falseGreen: 0.3333 },
      ],
      [
        'a wrong quotation skipped',
        'Turnips are the future of this town,',
        'skipped',
        { falseGreen: 0.3333 },
      ],
      ['a wrong quotation not read', 'Nobody has asked us to sell it,', undefined, { falseGreen: 0.3333 }],
      ['a right quotation flagged', 'Nobody has asked us - to sell it.', 'altered', { falseAlarm: 0.3333 }],
      ['a right quotation not found', 'pay one crown more', 'not-found', { falseAlarm: 0.3333, apart: 0 }],
      ['a right quotation skipped', 'We shall keep every metre of the quay 🚢.', 'skipped', {}],
      ['a wrong quotation flagged as another kind', 'We will pay one crown more.', 'not-found', {}],
    ];
    for (const [name, text, verdict, expected] of wrong) {
      it(`takes marks off for ${name}`, () => {
        const score = { cases: 6, accuracy: 0.8333, falseGreen: 0, falseAlarm: 0, apart: 1, ...expected };
        assert.deepEqual(scored({ [text]: verdict }), [score, score]);
      });
    }

    it('takes the least flattering of several entries within a labelled span', () => {
      const cut: Judge = draft => [
        ...judge()(draft),
        ...judge({ 'We shall keep every metre of the quay 🚢.': 'altered' })(draft).filter(
          it => it.verdict === 'altered',
        ),
      ];
      const { alone } = runVerification(`${data}verification`, cut);
      assert.equal(scoreOf(alone).falseAlarm, 0.3333);
    });

    it('counts what the labels accept beside what they expect', () => {
      const labelled = { expected: 'misattributed', acceptable: ['misattributed', 'not_found'] } as const;
      assert.equal(outcomeOf(labelled, 'not-found'), 'right');
      assert.equal(outcomeOf(labelled, 'not-speech'), 'right');
      assert.equal(outcomeOf(labelled, 'altered'), 'wrong kind');
      assert.equal(outcomeOf(labelled, 'variants'), 'false green');
      assert.equal(
        outcomeOf({ expected: 'altered', acceptable: ['altered', 'trivial'] }, 'verified'),
        'right',
      );
    });

    it('draws a row a kind, and the worst misses first', () => {
      const { alone } = runVerification(
        `${data}verification`,
        judge({
          'Nobody has asked us - to sell it.': 'altered',
          'We will pay one crown more.': 'verified',
          'Turnips are the future of this town,': 'variants',
        }),
      );
      const rows = drawVerification(alone).split('\n');
      assert.match(rows[0] ?? '', /^kind +cases +accurate +false green +false alarm/);
      assert.match(rows.at(-1) ?? '', /^all +6 +50\.0 % +2 +1 +1 +0 +0/);
      assert.ok(rows.some(row => /^ {2}altered negation_dropped +1 +0\.0 % +1 +0/.test(row)));
      const misses = drawMisses(alone, 9).split('\n\n');
      assert.equal(misses.length, 3);
      assert.match(misses[0] ?? '', /^false green: t4 [^]*We will not pay one crown more\./);
      assert.match(misses[1] ?? '', /^false green: t6 not_found/);
      assert.match(misses[2] ?? '', /^false alarm: t3 /);
    });
  });

  describe('of quotations', () => {
    interface Said {
      readonly inner: string;
      readonly kind?: Quotation['kind'];
      readonly speaker?: string;
    }

    function reader(said: readonly Said[]): (text: string) => Reading {
      return text => ({
        ...nothing(text),
        quotations: said.map(({ inner, kind = 'direct', speaker }, index) => {
          const start = text.indexOf(inner);
          const at = speaker === undefined ? -1 : text.indexOf(speaker);
          const given: Speaker | undefined =
            speaker === undefined
              ? undefined
              : { start: at, end: at + speaker.length, name: speaker, entity: undefined, kind: 'name' };
          return quotation(start, start + inner.length, kind, given, index);
        }),
      });
    }
    const all: readonly Said[] = [
      { inner: 'We shall keep the quay,', speaker: 'Ines Varga' },
      { inner: 'Nobody asked us,', speaker: 'she' },
      { inner: 'unworkable', speaker: 'Board members', kind: 'mixed' },
    ];
    function scored(said: readonly Said[]): QuotationScore {
      return quotationScore(runQuotations(data, reader(said)));
    }

    it('gives full marks to a reader that is right; a title left open by the labels costs nothing', () => {
      for (const said of [all, [...all, { inner: 'War and Peace' }]]) {
        for (const [name, value] of Object.entries(scored(said))) {
          assert.equal(value, 1, name);
        }
      }
    });

    it('takes marks off for what is missed, and for what is no quotation', () => {
      assert.equal(scored(all.slice(1)).spanRecall, 0.6667);
      assert.equal(scored([...all, { inner: 'News' }]).spanPrecision, 0.75);
      assert.equal(scored([...all, { inner: 'News', kind: 'scare' }]).spanPrecision, 1);
      assert.equal(scored([{ ...all[0], inner: 'We shall keep the quay' }, ...all.slice(1)]).spanF1, 0.6667);
    });

    it('tells a wrong speaker from silence', () => {
      const [named, pronoun, described] = all as [Said, Said, Said];
      const wrong = scored([{ ...named, speaker: 'Board members' }, pronoun, described]);
      assert.deepEqual([wrong.namedRight, wrong.namedPrecision, wrong.pronounRight], [0, 0, 1]);
      assert.equal(wrong.speakerPrecision, 0.6667);
      const silent = scored([{ inner: named.inner }, pronoun, described]);
      assert.deepEqual([silent.namedRight, silent.speakerRight, silent.speakerPrecision], [0, 0.6667, 1]);
    });
  });

  describe('of names', () => {
    function reader(...names: readonly (readonly [NameKind, string])[]): (text: string) => Reading {
      return text => ({
        ...nothing(text),
        mentions: names.map(([kind, name]): Mention => {
          const start = text.indexOf(name);
          return { kind, start, end: start + name.length, text: name, entity: 0, block: 0 };
        }),
      });
    }
    const all = [
      ['person', 'Ines Varga'],
      ['organisation', 'Harbour Board'],
      ['place', 'Norrby'],
    ] as const;

    it('gives full marks to a reader that is right', () => {
      for (const value of Object.values(nameScore(runNames(data, reader(...all))))) {
        assert.equal(value, 1);
      }
    });

    it('takes marks off for a wrong span, a wrong kind, and a name that is none', () => {
      const wrongSpan = nameScore(runNames(data, reader(['person', 'Varga'], ...all.slice(1))));
      assert.deepEqual([wrongSpan.personPrecision, wrongSpan.personRecall, wrongSpan.placeF1], [0, 0, 1]);
      const wrongKind = nameScore(runNames(data, reader(['person', 'Norrby'], ...all.slice(0, 2))));
      assert.deepEqual([wrongKind.personPrecision, wrongKind.placeRecall, wrongKind.placeF1], [0.5, 0, 0]);
      const invented = nameScore(runNames(data, reader(['place', 'Monday'], ...all)));
      assert.deepEqual([invented.placePrecision, invented.placeRecall, invented.placeF1], [0.5, 1, 0.6667]);
    });
  });

  describe('of what articles print, drafted anew', () => {
    const text = [
      'Harbour to close',
      '',
      'Mayor Ana Lane met the engineer Bo Ortiz on Monday.',
      '',
      '“The quay is rotten all through, and we will not wait for another storm before we close it,” Ana Lane said.',
    ].join('\n');
    const articles = articlesOf([{ path: 'harbour.txt', text }], readNamesModel());

    it('finds nothing in a judge that is right', () => {
      const score = redraftScore(redraft(articles, judgeAmong(articles, readNamesModel())));
      assert.deepEqual(score, { drafted: 10, falseGreen: 0, falseAlarm: 0 });
    });

    it('counts what is green and wrong, and what is right and flagged', () => {
      const always = (verdict: Verdict) => () => [{ start: 0, end: 1, verdict }];
      const { falseGreen, falseAlarm } = redraftScore(redraft(articles, always('verified')));
      assert.deepEqual([falseGreen, falseAlarm], [8, 0]);
      const strict = redraftScore(redraft(articles, always('not-found')));
      assert.deepEqual([strict.falseGreen, strict.falseAlarm], [0, 2]);
    });

    it('sets words in many forms, in the right mouth and in another', () => {
      const model = readNamesModel();
      const read = articlesOf(
        [
          {
            path: 'quay.txt',
            text: 'Quay to close\n\n“We will close the old quay before the winter storms come. The boats go on as before. Nobody has to leave,” Ana Lane said on Monday.\n\n“The council has never asked those of us who live there,” said Bo Ortiz, a pilot.',
          },
        ],
        model,
      );
      const { ways, misses } = redraftForms(read, judgeAmong(read, model));
      assert.deepEqual(misses, []);
      const wrong = [...ways].filter(([name]) => name.endsWith(', in another mouth'));
      assert.equal(wrong.length * 2, ways.size);
      assert.ok(wrong.every(([, it]) => it.green === 0 && it.drafted > 0 && it.isWrong));
      for (const name of ['wrapped lines', 'a list', 'in two parts', 'brackets behind each']) {
        const { drafted = 0, green = 0 } = ways.get(name) ?? {};
        assert.ok(drafted > 0 && green === drafted, name);
      }
      const always = (verdict: Verdict) => () => [{ start: 0, end: 1, verdict }];
      const all = (score: { drafted: number; falseGreen: number; falseAlarm: number }): number =>
        score.falseGreen + score.falseAlarm;
      const blessed = redraftScore(redraftForms(read, always('verified')));
      const strict = redraftScore(redraftForms(read, always('not-found')));
      assert.equal(all(blessed) + all(strict), blessed.drafted);
    });

    /** How often each way was drafted of a few paragraphs. */
    function drafted(...paragraphs: readonly string[]): Readonly<Record<string, number>> {
      const article = { path: 'harbour.txt', text: ['Harbour to close', ...paragraphs].join('\n\n') };
      const { ways } = redraft(articlesOf([article], readNamesModel()), () => []);
      return Object.fromEntries([...ways].map(([name, it]) => [name, it.drafted]));
    }

    it('takes whom the speaker quotes for wrong in the speaker’s own mouth', () => {
      const words = '“My father told me, ‘Never trust a quay that was built in one summer,’” Bo Ortiz said.';
      const name = 'whom they quote, as their own';
      assert.equal(drafted(words)[name], 1);
      const again = '“Never trust a quay that was built in one summer,” Bo Ortiz said later.';
      assert.equal(drafted(words, again)[name], undefined);
    });

    it('reverses no halves that the article has in that order besides', () => {
      const name = 'its halves in reverse order';
      const once = '“We will close the old quay before the winter storms come again,” Ana Lane said.';
      assert.equal(drafted(once)[name], 1);
      assert.equal(drafted(`${once} “We will close the old quay, and so be it.”`)[name], undefined);
      // Printed twice is not said twice.
      const signed = once.replace(',” Ana Lane said.', '.” — Ana Lane, the mayor');
      assert.equal(drafted('The mayor spoke on Monday.', signed, once)[name], 2);
    });

    it('runs two sentences into one, and hides no negation that affirms', () => {
      const name = 'two sentences as one';
      assert.equal(drafted('“We will close the old quay. They will come again,” Ana Lane said.')[name], 1);
      assert.equal(
        drafted('“We will close the old quay, and they will come again,” Ana Lane said.')[name],
        undefined,
      );
      const hidden = 'an ellipsis for a negation';
      assert.equal(drafted('“We will not close the old quay for them,” Ana Lane said.')[hidden], 1);
      assert.equal(
        drafted('“We will not only close the old quay for them,” Ana Lane said.')[hidden],
        undefined,
      );
    });

    it('puts words in no mouth that may be the speaker’s own, misspelt', () => {
      const said = '“We will close the old quay before the winter,” Peter Halloran told Bo Ortiz.';
      assert.equal(drafted(said)['in another mouth'], 1);
      assert.equal(drafted(said.replace('Bo Ortiz', 'Pete Hallorann'))['in another mouth'], undefined);
    });
  });

  it('says that there is no data', () => {
    assert.throws(() => runNames('/no/such/folder', nothing), NoData);
    const main = fileURLToPath(new URL('./eval/main.ts', import.meta.url));
    const args = ['--import', 'tsx', main, 'names', '--data', '/no/such/folder'];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.match(stderr, /No labelled data: .*names-dev\.jsonl is not there/);
    assert.equal(status, 2);
  }).timeout(20_000);
});

function nothing(text: string): Reading {
  return { text, blocks: [], mentions: [], entities: [], quotations: [], utterances: [], unbalanced: [] };
}

function quotation(
  start: number,
  end: number,
  kind: Quotation['kind'],
  speaker: Speaker | undefined,
  utterance: number,
): Quotation {
  const outer = { start: start - 1, end: end + 1 };
  const shared = {
    mark: 'double',
    closed: true,
    block: 0,
    cue: undefined,
    nested: [],
    hypothetical: false,
  } as const;
  return { start, end, outer, kind, speaker, utterance, ...shared };
}
