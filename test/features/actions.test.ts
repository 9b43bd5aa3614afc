import { strict as assert } from 'node:assert';
import { actions } from '../../server/src/core/features/actions.ts';
import { insertCitation } from '../../server/src/core/features/citation-choices.ts';
import { check } from '../../server/src/core/features/check.ts';
import { applyEdits } from '../support/draw.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';

const articles = [
  {
    path: 'articles/2024-05-03-quay.txt',
    text: `Lindgren: ‘We will not sell the park’ to anybody, and the quay stays open all summer

HALVERTON — Mayor Rosa Lindgren opened the session.

“We have mended every lamp on the quay, and nobody will sell the park!” Lindgren said.

“The ferry is late again, and the fishermen know it,” said Ivar Lund.
`,
  },
  {
    path: 'articles/2024-05-04-harbour.txt',
    text: `Harbour closes

“Look at https://harbour.example/plans?page=2 before you ask us why,” Tobias Hahn wrote.

“You need no permit for a rowing boat here,” Tobias Hahn told reporters.

“Nobody knows whether or not the council will pay for the quay,” Tobias Hahn said.

“Who needs a permit for a boat [on the lake]?” Tobias Hahn said.
`,
  },
];

interface Offered {
  readonly title: string;
  readonly text: string;
}

/** What is offered at the `¦` of a draft, and the draft as it is then. */
function offered(drawn: string, project: object = {}, path = 'briefs/draft.md'): readonly Offered[] {
  const at = drawn.indexOf('¦');
  const text = drawn.replace('¦', '');
  const context = openNewsroom({ articles, project: JSON.stringify(project) });
  const checked = check(context, openDraft({ path, text }, context.corpus));
  return actions(context, checked, { start: at, end: at }).map(it => ({
    title: it.title,
    text: applyEdits(text, it.edits),
  }));
}

/** The draft after the first action whose title begins so. */
function acted(drawn: string, title: string, project?: object): string | undefined {
  return offered(drawn, project).find(it => it.title.startsWith(title))?.text;
}

/** What is said of a draft. */
function said(text: string): readonly string[] {
  const context = openNewsroom({ articles, project: undefined });
  return check(context, openDraft({ path: 'briefs/draft.md', text }, context.corpus)).findings.map(
    it => it.code,
  );
}

const lamps = '“We have mended every ¦lamp on the quay,” Lindgren said';

describe('an action that cites', () => {
  for (const citation of ['pandoc', 'link', 'footnote']) {
    it(`is offered once, at the end of a paragraph as well: ${citation}`, () => {
      for (const drawn of [
        'Lindgren said: “We have mended every ¦lamp on the quay.”\n',
        '> Lindgren said: “We have mended every ¦lamp\n> on the quay.”\n\nThe end.\n',
        '| Who | What |\n|---|---|\n| Lindgren | “We have mended every ¦lamp on the quay.” |\n',
      ]) {
        const cited = acted(drawn, 'Cite', { citation });
        assert.ok(cited, drawn);
        assert.equal(acted(cited.replace('lamp', '¦lamp'), 'Cite', { citation }), undefined, cited);
      }
    });

    it(`raises no finding by the headline that it names: ${citation}`, () => {
      const cited = acted(`${lamps}.\n`, 'Cite', { citation });
      assert.ok(
        cited?.includes(citation === 'pandoc' ? '[@2024' : 'We will not sell the park to anybody, and'),
      );
      assert.deepEqual(said(cited ?? ''), []);
    });
  }

  it('ends its lines as the draft does', () => {
    const cited = acted(`${lamps}.\r\n\r\nThe end.\r\n`, 'Cite', { citation: 'footnote' });
    assert.match(cited ?? '', /The end\.\r\n\r\n\[\^2024-05-03-quay\]: .*, ¶3\.\r\n$/u);
    assert.doesNotMatch(cited ?? '', /[^\r]\n/u);
  });

  it('is not offered where a mark never closes', () => {
    const drawn = '“We have mended every ¦lamp on the quay, Lindgren said.\n\nThe end.\n';
    assert.equal(acted(drawn, 'Cite', { citation: 'pandoc' }), undefined);
  });
});

describe('a citation that is put in at the cursor', () => {
  const put = (drawn: string, citation: string, path: string): string => {
    const { corpus, project } = openNewsroom({ articles, project: JSON.stringify({ citation }) });
    const draft = openDraft({ path, text: drawn.replace('¦', '') }, corpus);
    const choice = { article: corpus.articleByKey('2024-05-04-harbour')!, paragraph: 2 };
    return applyEdits(draft.text, insertCitation({ project }, draft, drawn.indexOf('¦'), choice));
  };

  it('is a key in plain text, where a link or a note would be words', () => {
    for (const citation of ['none', 'pandoc', 'link', 'footnote']) {
      assert.equal(put('So he said¦.\n', citation, 'draft.txt'), 'So he said [@2024-05-04-harbour, ¶2].\n');
    }
  });

  it('breaks neither another citation nor what begins a line', () => {
    assert.equal(
      put('So he said [@2024-05-03¦-quay].\n', 'pandoc', 'draft.md'),
      'So he said [@2024-05-03-quay] [@2024-05-04-harbour, ¶2].\n',
    );
    assert.equal(
      put('> So\n¦> he said.\n', 'pandoc', 'draft.md'),
      '> So\n> [@2024-05-04-harbour, ¶2]he said.\n',
    );
  });
});

describe('copied text', () => {
  const headline = articles[0]!.text.split('\n')[0]!.replace(/[‘’]/gu, '');

  it('is no headline that is named in full', () => {
    assert.deepEqual(said(`It was in *${headline}*, a long read.\n`), []);
    assert.deepEqual(said(`It was in [${headline}](https://harbour.example/1).\n`), []);
  });

  it('is one that stands for the writer’s own words', () => {
    assert.deepEqual(said(`The mayor: ${headline}, and so on.\n`), ['copied-text']);
    const half = headline.split(' ').slice(3).join(' ');
    assert.deepEqual(said(`It was *${half}*, they say.\n`), ['copied-text']);
  });
});

describe('an action that corrects the speaker', () => {
  const ferry = '“The ferry is late ¦again, and the fishermen know it”';

  it('takes the whole name where a line break parts it', () => {
    for (const [drawn, expected] of [
      [`${ferry}, Rosa\nLindgren said.\n`, ', Ivar Lund said.\n'],
      [`> ${ferry}, Rosa\n> Lindgren said.\n`, ', Ivar Lund said.\n'],
    ] as const) {
      assert.ok(acted(drawn, 'Give it to “Ivar Lund”')?.endsWith(expected));
    }
  });

  it('is not offered where others under the same name are right', () => {
    const other = '“You need no permit for a rowing boat here,” Tobias Hahn said.';
    assert.equal(acted(`${other}\n\n${ferry.slice(0, -1)}.”\n`, 'Give it to'), undefined);
    const wrong = '“You need no permit for a rowing boat here,” Ivar Lund said.';
    assert.equal(acted(`${wrong} ${ferry}, he added.\n`, 'Give it to “Tobias Hahn”'), undefined);
  });
});

describe('an action that puts a quotation in', () => {
  it('leaves words, marks and citations whole', () => {
    for (const drawn of [
      'Ivar Lund was la¦te again.\n',
      'Ivar Lund sp¦oke of it.\n',
      'Ivar Lu¦nd told reporters of it.\n',
      'Ivar Lund said [@2024-05-¦03-quay] so.\n',
      'Ivar Lund said `a ¦b` so.\n',
      'Ivar Lund said “it ¦\n',
      'Ivar Lund said ¦“The ferry is late.”\n',
      '> Ivar Lund said\n¦> so.\n',
    ]) {
      assert.equal(acted(drawn, 'Insert'), undefined, drawn);
    }
  });

  it('parts it from the word behind it', () => {
    const put = acted('Ivar Lund said ¦that.\n', 'Insert');
    assert.equal(put, 'Ivar Lund said “The ferry is late again, and the fishermen know it” that.\n');
  });
});

describe('an action that ignores a finding', () => {
  it('leaves a citation whole that goes on in the next line', () => {
    const drawn =
      '“We have mended every ¦bench on the quay” [@2024-05-03-quay;\n@2024-05-04-harbour], Lindgren said.\n';
    const ignored = acted(drawn, 'Ignore “quote-altered”');
    assert.ok(ignored?.includes('<!-- stet-ignore quote-altered: reason -->[@2024-05-03-quay;\n'), ignored);
    assert.deepEqual(said(ignored ?? ''), []);
  });
});

describe('an action that ignores a finding before a link that goes on in the next line', () => {
  it('leaves the link whole', () => {
    const drawn =
      '“We have mended every ¦bench on the quay,” Lindgren said. ([the\nwire](https://harbour.example/1))\n';
    const ignored = acted(drawn, 'Ignore “quote-altered”');
    assert.ok(ignored?.includes('said. <!-- stet-ignore quote-altered: reason --> ([the\n'), ignored);
    assert.deepEqual(said(ignored ?? ''), []);
  });
});

describe('an action that puts back what was cut', () => {
  it('goes back to the beginning of the sentence, where less would be cut from what turns it', () => {
    const drawn = 'Hahn spoke of “the council ¦will pay for the quay”.\n';
    const text = acted(drawn, 'Put back');
    assert.equal(text, 'Hahn spoke of “nobody knows whether or not the council will pay for the quay”.\n');
    assert.deepEqual(said(text), []);
  });
});

describe('an action that closes a quotation', () => {
  for (const [what, drawn, expected] of [
    ['with two single marks', "¦''Nobody knew the way\n", "''Nobody knew the way''\n"],
    ['with two single marks', '¦``Nobody knew the way\n', "``Nobody knew the way''\n"],
    [
      'before the link behind it',
      '¦“Nobody knew the way. ([the wire](https://harbour.example/1))\n',
      '“Nobody knew the way.” ([the wire](https://harbour.example/1))\n',
    ],
    [
      'before whose words they are',
      '¦“Nobody knew the way. — Ivar Lund\n',
      '“Nobody knew the way.” — Ivar Lund\n',
    ],
    ['behind a dash', '¦“Nobody knew — not even he\n', '“Nobody knew — not even he”\n'],
  ] as const) {
    it(`does so ${what}`, () => {
      assert.equal(acted(drawn, 'Close the quotation'), expected);
    });
  }
});

describe('the words of a source', () => {
  it('bring the act of the source with them', () => {
    const drawn = '“Nobody will ¦sell the park!?” Lindgren said.\n';
    assert.equal(acted(drawn, 'Use the words'), '“Nobody will sell the park!” Lindgren said.\n');
  });

  it('ask what the source asks, though a bracket closes before the mark', () => {
    const drawn = '“Who needs a ¦licence for a boat [on the lake]?” Tobias Hahn said.\n';
    assert.equal(
      acted(drawn, 'Use the words'),
      '“Who needs a permit for a boat [on the lake]?” Tobias Hahn said.\n',
    );
  });

  it('leave no half of a link behind', () => {
    const drawn =
      '> You need no permit for a ¦fishing boat here. (see [the wire](https://harbour.example/1))\n';
    assert.doesNotMatch(acted(drawn, 'Use the words') ?? '(none)', /(?<!\]\()https/u);
  });

  it('stand on one line, and leave a block quote whole, where a citation stands on a line of its own', () => {
    const drawn =
      '> - “You need no permit for a ¦fishing boat here.\n>   [@2024-05-04-harbour]” — Tobias Hahn\n> - two\n';
    const text = acted(drawn, 'Use the words');
    assert.equal(
      text,
      '> - “You need no permit for a rowing boat here.\n>   [@2024-05-04-harbour]” — Tobias Hahn\n> - two\n',
    );
  });

  it('may have an address among them, whose marks are no marks of the sentence', () => {
    assert.deepEqual(
      said('“Look at https://harbour.example/plans?page=2 before you ask us why,” Tobias Hahn wrote.\n'),
      [],
    );
    assert.deepEqual(said('“Look at this before you ask us why,” Tobias Hahn wrote.\n'), ['quote-altered']);
  });
});
