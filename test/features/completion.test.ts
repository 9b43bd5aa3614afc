import assert from 'node:assert/strict';
import { MemoryCorpus } from '../../server/src/core/corpus/memory-corpus.ts';
import { completion } from '../../server/src/core/features/completion.ts';
import { inlineCompletion } from '../../server/src/core/features/inline-completion.ts';
import { invent } from '../corpus/invent.ts';
import { applyEdits } from '../support/draw.ts';
import { drawnLink, openDraft, openNewsroom } from '../support/newsroom.ts';
import type { Completion } from '../../server/src/core/features/completion.ts';

const context = openNewsroom({
  project: undefined,
  articles: [
    {
      path: 'articles/2024-05-03-harbour.txt',
      text: 'Inés Peña, the harbour master, said: “We don’t hand over a single café on the quay, and we won’t begin now.”\n\n“The foreman told us we don’t sleep before Norrby,” said Tom Quist.\n\nThe harbour, Quist said, would “do as the crews want,” and nobody spoke.\n',
    },
  ],
});

function offered(text: string): readonly Completion[] {
  const draft = openDraft({ path: 'draft.md', text: `${text}\n` }, context.corpus);
  return completion(context, drawnLink, draft, text.length);
}

/** Whether an editor that knows no folding keeps an item: all that is typed is in it, in order, in any case. */
function keeps({ filterText }: Completion, typed: string): boolean {
  let at = 0;
  for (const letter of typed.toLowerCase()) {
    at = filterText.toLowerCase().indexOf(letter, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}

describe('completion in an editor', () => {
  it('ends a part of a sentence with the stop of the draft’s, where the source goes on behind a comma', () => {
    const text = 'Quist said they would “do a';
    assert.deepEqual(
      offered(text).map(it => applyEdits(text, [{ ...it.replace, newText: it.newText }])),
      ['Quist said they would “do as the crews want.”'],
    );
  });

  it('offers no quotation in the place of words that stand behind the cursor', () => {
    const draft = openDraft({ path: 'draft.md', text: 'Quist said: “We will not sail.”\n' }, context.corpus);
    assert.deepEqual(completion(context, drawnLink, draft, 'Quist said: “'.length), []);
  });

  const typed: readonly [string, string, string][] = [
    ['a straight apostrophe', "We don't", "We don't hand over"],
    ['no accent', "We don't hand over a single cafe", "We don't hand over a single cafe on"],
    ['a lower case letter', 'we do', "we don't hand"],
    ['words from the inside', "told us we don't", "told us we don't sleep"],
    ['a space', 'We ', "We don't"],
    ['nothing', '', "We don't"],
  ];
  for (const [name, before, then] of typed) {
    it(`keeps what fits, also while more is typed: ${name}`, () => {
      const items = offered(`He said: “${before}`);
      assert.ok(
        items.some(it => keeps(it, before) && keeps(it, then)),
        JSON.stringify(items.map(it => it.filterText)),
      );
      assert.ok(items.every(it => it.filterText.startsWith(before)));
    });
  }

  for (const drawn of [
    'He said so [@har¦]\n',
    'He said so [@har¦\n',
    '[@har¦]\n',
    '- He said so\n- and so on [@har¦]\n\nThe end.\n',
    '> He said so\n> [@har¦]\n',
    '| a [@har¦] | b |\n|---|---|\n',
    'He said so [@other, ¶2; @har¦]\n',
    'He said so\r\n[@har¦]\r\n',
  ]) {
    it(`offers keys in a citation that ends a paragraph, and wherever it stands: ${JSON.stringify(drawn)}`, () => {
      const at = drawn.indexOf('¦');
      const draft = openDraft({ path: 'draft.md', text: drawn.replace('¦', '') }, context.corpus);
      const [first] = completion(context, drawnLink, draft, at);
      assert.ok(first);
      const { replace, newText } = first;
      const text = draft.text.slice(0, replace.start) + newText + draft.text.slice(replace.end);
      assert.equal(text, drawn.replace('har¦', '2024-05-03-harbour').replace('harbour\n', 'harbour]\n'));
    });
  }

  it('keeps a quotation at each letter of a word, whatever the word is folded to', () => {
    const words = 'They were aimed at starting discussions of how to organise three ferries in September,';
    const newsroom = openNewsroom({
      project: undefined,
      articles: [
        {
          path: 'articles/ferry.txt',
          text: `Ferries\n\n“${words}” Ana Lane said.\n\n“They were aimed at nobody,” Tom Quist said.\n`,
        },
      ],
    });
    for (let length = 24; length < words.length - 1; length++) {
      const text = `Lane said: “${words.slice(0, length)}`;
      const draft = openDraft({ path: 'draft.md', text: `${text}\n` }, newsroom.corpus);
      const items = completion(newsroom, drawnLink, draft, text.length);
      assert.deepEqual(
        items.map(it => it.newText),
        [`${words.replace(/,$/u, '.')}”`],
        text,
      );
      const inline = inlineCompletion(newsroom, draft, text.length);
      assert.equal(text + (inline?.newText ?? ''), `Lane said: “${words.replace(/,$/u, '.')}”`);
    }
  });

  it('offers no key in code', () => {
    for (const drawn of ['```\n[@har¦]\n```\n', '---\ntitle: [@har¦]\n---\n\nText.\n']) {
      const at = drawn.indexOf('¦');
      const draft = openDraft({ path: 'draft.md', text: drawn.replace('¦', '') }, context.corpus);
      assert.deepEqual(completion(context, drawnLink, draft, at), []);
    }
  });

  it('offers the source of the quotation before it first, but not that of another item', () => {
    const typed = (drawn: string): string | undefined => {
      const at = drawn.indexOf('¦');
      const draft = openDraft({ path: 'draft.md', text: drawn.replace('¦', '') }, context.corpus);
      return completion(context, drawnLink, draft, at)[0]?.label;
    };
    const quotation = '“The foreman told us we don’t sleep before Norrby,” Quist said';
    assert.equal(typed(`${quotation} [@¦]\n`), '2024-05-03-harbour, ¶2');
    assert.equal(typed(`- ${quotation}\n- and so on [@¦]\n`), '2024-05-03-harbour');
    assert.equal(typed(`${quotation}\n\n[@¦]\n`), '2024-05-03-harbour');
  });

  it('closes a quotation once, of which a source has only the closing mark', () => {
    const newsroom = openNewsroom({
      project: undefined,
      articles: [
        {
          path: 'articles/notes.txt',
          text: 'Interview on the quay\n\nTOM QUIST: Nobody asked the crews about any of it.”\n\nANA LANE: We had no time for that on Friday.\n',
        },
      ],
    });
    const text = 'Quist said: “Nobody as';
    const draft = openDraft({ path: 'draft.md', text: `${text}\n` }, newsroom.corpus);
    const [first] = completion(newsroom, drawnLink, draft, text.length);
    assert.equal(first?.newText, 'Nobody asked the crews about any of it.”');
  });

  describe('ends a quotation as the sentence wants it', () => {
    const newsroom = openNewsroom({
      project: undefined,
      articles: [
        {
          path: 'articles/2024-05-03-harbour.txt',
          text: 'The board met.\n\n“We will mend every lamp on the quay,” Ana Lane said.\n\n“Nobody asked the crews.” Tom Quist left. “Who would want any of it?” he said.\n',
        },
      ],
    });
    const britain = '‘Who would’, Quist said. ‘Nobody asked the crews’, he said.\n\n';
    for (const [drawn, expected] of [
      ['Lane said: “We will mend¦', 'Lane said: “We will mend every lamp on the quay.”'],
      ['Lane said: “We will mend¦”', 'Lane said: “We will mend every lamp on the quay.”'],
      ['“We will mend¦', '“We will mend every lamp on the quay,”'],
      ['“Nobody asked¦” Quist said.', '“Nobody asked the crews,” Quist said.'],
      ['“Nobody asked¦” said Quist.', '“Nobody asked the crews,” said Quist.'],
      ['“Nobody asked¦,” he said.', '“Nobody asked the crews,” he said.'],
      ['“Nobody asked¦” Rain fell.', '“Nobody asked the crews.” Rain fell.'],
      ['Lane said “We will mend¦” and left.', 'Lane said “We will mend every lamp on the quay” and left.'],
      ['“Who would wa¦” Quist said.', '“Who would want any of it?” Quist said.'],
      [`${britain}‘Nobody asked¦’ Quist said.`, `${britain}‘Nobody asked the crews’, Quist said.`],
      [`${britain}‘Nobody asked¦’, Quist said.`, `${britain}‘Nobody asked the crews’, Quist said.`],
      [`${britain}‘Who would wa¦’ Quist said.`, `${britain}‘Who would want any of it?’ Quist said.`],
    ] as const) {
      it(drawn.replace(britain, '… '), () => {
        const at = drawn.indexOf('¦');
        const draft = openDraft({ path: 'draft.md', text: `${drawn.replace('¦', '')}\n` }, newsroom.corpus);
        const [first] = completion(newsroom, drawnLink, draft, at);
        assert.ok(first);
        assert.equal(applyEdits(draft.text, [{ ...first.replace, newText: first.newText }]), `${expected}\n`);
        const inline = inlineCompletion(newsroom, draft, at);
        if (inline !== undefined) {
          assert.equal(applyEdits(draft.text, [{ ...inline.replace, ...inline }]), `${expected}\n`);
        }
        assert.equal(inline === undefined, /¦,/.test(drawn));
      });
    }
  });

  it('tells two wordings of one quotation apart', () => {
    const words = 'We have offered the crews two extra rest days and a rise of nine per cent from June,';
    const about = 'Peter Lindqvist, who speaks for the line,';
    const newsroom = openNewsroom({
      project: undefined,
      articles: [
        { path: 'articles/2024-05-03-harbour.txt', text: `The board met.\n\n${about} said: “${words}”\n` },
        {
          path: 'articles/2024-05-04-courier.txt',
          text: `It met.\n\n${about} said: “${words.replace('a rise of nine', 'a raise of seven')}”\n`,
        },
      ],
    });
    const text = 'Lindqvist said: “We have';
    const draft = openDraft({ path: 'draft.md', text: `${text}\n` }, newsroom.corpus);
    const items = completion(newsroom, drawnLink, draft, text.length);
    assert.deepEqual(
      items.map(it => [it.label, /Elsewhere: “([^”]*)”/.exec(it.documentation())?.[1]]).sort(),
      [
        ['We have… raise of seven per cent…', 'rise of nine'],
        ['We have… rise of nine per cent from…', 'raise of seven'],
      ],
    );
  });

  it('shows a place and a body of its name once', () => {
    const corpus = new MemoryCorpus();
    corpus.upsert([
      invent({ path: 'a', names: [{ name: 'Port Alder', kind: 'place' }, 'Petra Alder'] }),
      invent({ path: 'b', names: [{ name: 'Port Alder', kind: 'organisation' }] }),
    ]);
    corpus.isRead = true;
    assert.equal(corpus.complete('alder', 9).length, 3);
    const text = 'He went to Po';
    const draft = openDraft({ path: 'draft.md', text }, corpus);
    const labels = completion({ ...context, corpus }, drawnLink, draft, text.length).map(it => it.label);
    assert.deepEqual(labels, ['Port Alder']);
  });
});
