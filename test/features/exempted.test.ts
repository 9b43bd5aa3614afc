import { strict as assert } from 'node:assert';
import { check } from '../../server/src/core/features/check.ts';
import { draftList } from '../../server/src/core/features/draft-list.ts';
import { defaultProject } from '../../server/src/core/project.ts';
import { Verifier } from '../../server/src/core/verify/verifier.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';

describe('a quotation that somebody exempted', () => {
  const { corpus } = openNewsroom({
    articles: [
      {
        path: 'articles/2024-05-03-harbour.txt',
        text: 'Ferry crews vote\n\n“Our offer of four percent is final,” Tobias Renn said.\n',
      },
    ],
    project: undefined,
  });
  const listed = (text: string, path = 'brief.md') => {
    const quotation = 'Our offer of five percent is final';
    const ignore = [{ draft: 'brief.txt', quotation, reason: 'on air', line: 1 }];
    const project = { ...defaultProject, ignore };
    const context = { corpus, project, verifier: new Verifier(project) };
    return draftList(check(context, openDraft({ path, text }, corpus))).quotations;
  };

  it('is listed with why nothing is told of it, and how it would be', () => {
    const [quotation] = listed(
      '“Our offer of five percent is final,” Tobias Renn said. <!-- stet-ignore: as he said to me -->\n',
    );
    assert.deepEqual(
      [quotation?.verdict, quotation?.messages, quotation?.exempted],
      [
        'altered',
        [],
        ['Ignored by a comment in the draft: “as he said to me”. Delete the comment to be warned again.'],
      ],
    );
  });

  it('is said to be so by stet.json where an entry names it', () => {
    const [quotation] = listed('“Our offer of five percent is final,” Tobias Renn said.\n', 'brief.txt');
    assert.deepEqual(quotation?.exempted, [
      'Ignored by an entry in stet.json: “on air”. Delete the entry to be warned again.',
    ]);
  });

  it('says one decision once, and keeps what it does not cover', () => {
    const text = '“Our offer of five percent is final,” Ines Calloway said.';
    const [both] = listed(`${text} <!-- stet-ignore -->\n`);
    assert.deepEqual(both?.exempted, [
      'Ignored by a comment in the draft. Delete the comment to be warned again.',
    ]);
    const [one] = listed(`${text} <!-- stet-ignore quote-altered -->\n`);
    assert.equal(one?.messages.length, 1, one?.messages.join('\n'));
    assert.match(one.messages[0] ?? '', /not to Ines Calloway/);
    assert.equal(one.exempted.length, 1);
  });

  it('has nothing of the kind where there is nothing to exempt', () => {
    const [verified] = listed(
      '“Our offer of four percent is final,” Tobias Renn said. <!-- stet-ignore -->\n',
    );
    assert.deepEqual(verified?.exempted, []);
  });
});
