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
