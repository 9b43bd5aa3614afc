import { strict as assert } from 'node:assert';
import { readArticle } from '../../server/src/core/corpus/read-article.ts';
import { namesModel } from '../support/names-model.ts';

const people = [
  'Pilar de la Rosa',
  'Pilar de las Casas',
  'Jean le Roux',
  'Juan de los Santos',
  'Carla del Monte',
  'Paulo da Silva',
  'Marco di Carlo',
  'Ana do Carmo',
  'Ana dos Santos',
  'Marie du Pont',
  'Piet van den Berg',
  'Bram ter Beek',
  'Karl zu Stein',
  'Karim al Masri',
  'Karim el Masri',
  'Omar bin Rashid',
  'Layla bint Rashid',
  'Omar ibn Rashid',
  'Anna von der Heide',
  'Lucia della Torre',
  'Pieter ten Hove',
  'Wouter van ’t Hoff',
  'Geert ’t Hart',
];

/** How articles name who speaks without a verb of speech. */
const forms: Readonly<Record<string, (name: string) => string>> = {
  'a label': name =>
    `Notes from the quay\n\n${name}: We will not sail before the pay is in our hands, and I mean it.\n\nThe crews left after that.`,
  'a label below another line': name =>
    `Notes from the quay\n\nQUILL: Will it hold?\n${name}: It has held for thirty years, and I sleep well.\nQUILL: And the money?\n${name}: Ask the mayor. I have none.`,
  'a head of its own': name =>
    `Holt Ferries earnings call\n\nOperator\n\nGood morning, and welcome to the call. I will hand over now.\n\n${name} -- Chief Executive Officer\n\nThank you. We carried more cars than ever before this year, and I am glad of it.\n\nBo Ortiz -- Dunmore Securities -- Analyst\n\nThank you. What do you expect of the autumn?\n\n${name} -- Chief Executive Officer\n\nWe expect our best autumn since we began.`,
  'a sound bite': name =>
    `Quay walls leak\n\nThe walls leak again.\n\n(SOT – ${name}, Holt Ferries)\n\n“We will not sail before the walls are dry.”`,
  'an office': name =>
    `Oral questions\n\nThe Minister for Water (Mr ${name}): I thank my friend. We will mend the weir this year.\n\nBo Ortiz (Holt North) (Lab): Will the minister say when?\n\nThe Minister for Water (Mr ${name}): I have said it: this year.`,
};

describe('names with small words in them', () => {
  for (const [form, draw] of Object.entries(forms)) {
    it(`name who speaks in ${form}`, () => {
      const isRead = (name: string): boolean =>
        readArticle({ path: 'articles/a.txt', key: 'a', text: draw(name) }, namesModel()).quotations.some(
          it => it.speaker?.name === name,
        );
      assert.deepEqual(people.filter(isRead), people);
    });
  }
});

/** The people whom a text names, each as it is printed. */
function peopleIn(text: string): readonly string[] {
  const { mentions } = readArticle({ path: 'articles/a.txt', key: 'a', text }, namesModel());
  return mentions.filter(it => it.kind === 'person').map(it => it.text);
}

describe('surnames that begin with small words', () => {
  const labels = ['della Torre', 'ten Hove', 'von der Heide', 'abu Nidal', '’t Hart', 'de Wit'];

  it('name who speaks in a label', () => {
    const speakersIn = (name: string): readonly (string | undefined)[] =>
      readArticle(
        {
          path: 'articles/a.txt',
          key: 'a',
          text: `Three questions\n\nWe asked them all.\n\n${name}: I was never against the quay.\n\nORTIZ: Then why do you laugh?\n\n${name}: I laugh at myself, and I mean it.\n`,
        },
        namesModel(),
      ).quotations.map(it => it.speaker?.name);
    for (const name of labels) {
      assert.deepEqual(speakersIn(name), [name, 'ORTIZ', name]);
    }
  });

  it('have their small words wherever a full name has them', () => {
    const people = peopleIn(
      'Quay\n\nPieter ten Hove and Lucia della Torre met on Monday. “It holds,” ten Hove said. Later della Torre laughed.\n',
    );
    assert.deepEqual(people, ['Pieter ten Hove', 'Lucia della Torre', 'ten Hove', 'della Torre']);
  });

  it('are none behind a surname or before a day', () => {
    const people = peopleIn(
      'Quay\n\nAna Lane left. Nobody gave Lane ten Euros. “What should Pilar do Monday?” she asked Pilar.\n',
    );
    assert.deepEqual(people, ['Ana Lane', 'Lane', 'Pilar', 'Pilar']);
  });

  it('do not make another language of the line that names who speaks', () => {
    const { blocks } = readArticle(
      {
        path: 'articles/a.txt',
        key: 'a',
        text: 'Holt Ferries carries more cars than ever\n\nAnna von der Heide -- Chief Executive Officer\n\nWe carried more cars than ever.\n\nLas noticias del puerto para los vecinos de Holt\n',
      },
      namesModel(),
    );
    assert.deepEqual(
      blocks.map(it => it.kind === 'boilerplate'),
      [false, false, false, true],
    );
  });
});

describe('surnames of two words with a hyphen', () => {
  it('are whole where the first of them is a place', () => {
    assert.deepEqual(peopleIn('Quay\n\nDetective Sgt. LaShawn Washington-Pruett found the rope.\n'), [
      'LaShawn Washington-Pruett',
    ]);
  });
});
