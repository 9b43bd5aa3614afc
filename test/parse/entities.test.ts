import assert from 'node:assert/strict';
import type { Entity } from '../../server/src/core/parse/reading.ts';
import { spoken } from './spoken.ts';

/** What happens, the text with its names marked, and the entities in it: forms, role, affiliation, gender. */
const cases: readonly (readonly [string, string, ...string[]])[] = [
  ['full name, then surname', '*Ana Lane* spoke. *Lane* left.', 'Ana Lane / Lane, female'],
  [
    'role before',
    'Mexican Interior Minister *Miguel Angel Osorio Chong* spoke. *Osorio Chong* left.',
    'Miguel Angel Osorio Chong / Osorio Chong, is Mexican Interior Minister, male',
  ],
  [
    'role after',
    '*Rex Holm*, the secretary of state, spoke. Secretary *Holm* left.',
    'Rex Holm / Holm, is secretary of state, male',
  ],
  [
    'one who goes by a short first name',
    'Counsel *Stephen Lane* spoke.\n\n*Steve Lane* left. *Steve* was late, and *Lane* tired.',
    'Stephen Lane / Steve Lane / Steve / Lane, is Counsel, male',
  ],
  [
    'two in one paragraph, with first names for short',
    '*Robert Lane* spoke for his son, *Bob Lane*.',
    'Robert Lane, male',
    'Bob Lane, male',
  ],
  [
    'he, who is not the woman named later in full',
    'President *Lane* said that he would go.\n\n*Lane* left with his friends.\n\nAmong them is *Ivanka Lane*.',
    'Ivanka Lane, female',
    'Lane, is President',
  ],
  [
    'she, who is the woman named later in full',
    'President *Lane* said that she would go.\n\n*Lane* left with her friends.\n\nAmong them is *Ivanka Lane*.',
    'Ivanka Lane / Lane, is President, female',
  ],
  [
    'role before, with what kind of it',
    'Republican presidential nominee *Ana Lane* met then-Holt Mayor *Bo Croy*, civil rights leader *Ike Vos* and retiring board member *Otto Pike*.',
    'Ana Lane, is Republican presidential nominee, female',
    'Bo Croy, is then-Holt Mayor',
    'Ike Vos, is civil rights leader',
    'Otto Pike, is retiring board member, male',
  ],
  [
    'role of a body before',
    'University of Holt President *Ana Lane* met Friends of President *Bo Croy*. It is good law. Justice *Otto Pike* agrees with Secretary of State spokesman *Ike Vos*.',
    'Ana Lane, is University of Holt President, female',
    'Bo Croy, is President',
    'Otto Pike, is Justice, male',
    'Ike Vos, is Secretary of State spokesman, male',
  ],
  [
    'each of several has the role',
    'Sens. *Ana Lane* and *Bo Croy* left.',
    'Ana Lane, is Sen., female',
    'Bo Croy',
  ],
  [
    'another’s spokesman is not who is spoken for',
    'A spokesman for *Ana Lane* left. She was southern regional director for *Croy*’s campaign. It is an heir to *Otto Pike*.',
    'Ana Lane, female',
    'Otto Pike, male',
    'Croy',
  ],
  [
    'whose spokesman',
    '*Ana Lane*, a spokeswoman for Mayor *Otto P. Pike*, left.',
    'Otto P. Pike, is Mayor, male',
    'Ana Lane, is spokeswoman for Mayor Otto P. Pike, female',
  ],
  [
    'role behind, before the title of a book',
    '*Ana Lane*, author of “The Tide”, and *Bo Croy*, the modest host of "Holt Today", left.',
    'Ana Lane, is author, female',
    'Bo Croy, is modest host',
  ],
  [
    'what is behind a comma may be somebody else',
    'It left, according to *Lane*, President *Bo Croy* gave *Ike Vos* a map.',
    'Bo Croy, is President',
    'Ike Vos',
    'Lane',
  ],
  [
    'name as an apposition to a role',
    'The state’s governor, *Ana Lane*, said so. Croy’s new lawyer, *Bo Vos*. The head of the Holt Institute, *Otto Pike*, sat.',
    'Ana Lane, is governor, female',
    'Bo Vos, is lawyer',
    'Otto Pike, is head of the Holt Institute, male',
  ],
  [
    'a name behind a comma that is no apposition',
    'According to the governor, *Ana Lane*, left. After he met the mayor, *Bo Vos*, 54, slept. They saw the senator, *Otto Pike* and *Ike Croy*. As mayor, *Ed Holm*, sat. His mother-in-law, *Una Bell*, sat.',
    'Ana Lane, female',
    'Bo Vos',
    'Otto Pike, male',
    'Ike Croy',
    'Ed Holm',
    'Una Bell, female',
  ],
  [
    'role and affiliation behind',
    '“No,” said *Shauna O’Dell*, senior fellow for island studies at the +Council on Sea Trade+.',
    'Shauna O’Dell, is senior fellow for island studies, at Council on Sea Trade',
    'Council on Sea Trade',
  ],
  [
    'affiliation before',
    '+State Department+ spokeswoman *Ana Lane* spoke.',
    'Ana Lane, is State Department spokeswoman, at State Department, female',
    'State Department',
  ],
  [
    'a person taken into a body',
    '+Chad Weller of Catfish Commerce+ spoke. +Austin Chamber of Commerce+ and +Virginia Board of Tolls+ listened.',
    'Chad Weller, at Catfish Commerce, male',
    'Catfish Commerce',
    'Austin Chamber of Commerce',
    'Virginia Board of Tolls',
  ],
  [
    'a surname taken into a body',
    '*Daniel Ebbe* spoke. “No,” says +Ebbe at Holt University+.',
    'Daniel Ebbe / Ebbe, at Holt University, male',
    'Holt University',
  ],
  ['genitive affiliation', '+Radio Holt+’s *Bo Ortiz* asked.', 'Bo Ortiz, at Radio Holt', 'Radio Holt'],
  [
    'secretary of',
    'Secretary of Defence *Salvador Cien* spoke. The day after, Minister of National Defence *Harjit Sahota* did.',
    'Salvador Cien, is Secretary of Defence, male',
    'Harjit Sahota, is Minister of National Defence, male',
  ],
  [
    'particles',
    '*Maria de la Rosa* spoke. *de la Rosa* left. *Jan van der Berg* stayed. *Van der Berg* sat. *Berg* slept.',
    'Maria de la Rosa / de la Rosa, female',
    'Jan van der Berg / Van der Berg / Berg, male',
  ],
  [
    'al',
    '*Mohammed al-Sabri* spoke. *al-Sabri* left. *Sabri* came back.',
    'Mohammed al-Sabri / al-Sabri / Sabri, male',
  ],
  ['hyphen', '*Anne Smith-Jones* spoke. *Smith-Jones* left.', 'Anne Smith-Jones / Smith-Jones, female'],
  ['Jr.', '*Carl Lane Jr.* spoke. *Carl Lane Sr.* left.', 'Carl Lane Jr., male', 'Carl Lane Sr., male'],
  [
    'accents',
    '*Enrique Peña Nieto* spoke. *Pena Nieto* left. *Peña Nieto* came.',
    'Enrique Peña Nieto / Pena Nieto / Peña Nieto, male',
  ],
  [
    'initials and middle names',
    '*John F. Holm* spoke. *John Holm* left. *Hillary Rodham Cole* sat. *Hillary Cole* slept.',
    'John F. Holm / John Holm, male',
    'Hillary Rodham Cole / Hillary Cole, female',
  ],
  ['chinese', '*Xu Jinbo* spoke. *Xu* left.', 'Xu Jinbo / Xu'],
  ['korean', '*Park Geun-su* spoke. *Park* left.', 'Park Geun-su / Park'],
  [
    'relatives, established',
    '*Ana Lane* spoke. *Lane* left. *Lane* came. *Lane* sat.\n\nHer brother *Carl Lane* slept at home.\n\nNothing happened on Monday.\n\n*Lane* rose.',
    'Ana Lane / Lane, female',
    'Carl Lane, male',
  ],
  [
    'relatives, close',
    '*Ana Lane* spoke. Her brother *Carl Lane* slept. *Lane* rose.',
    'Ana Lane, female',
    'Carl Lane, male',
    'Lane',
  ],
  [
    'relatives by title',
    '*Ana Lane* spoke. *Carl Lane* slept. Mr. *Lane* rose. Mrs. *Lane* fell.',
    'Ana Lane / Lane, female',
    'Carl Lane / Lane, male',
  ],
  ['title against gender', '*Carl Lane* spoke. Mrs. *Lane* fell.', 'Carl Lane, male', 'Lane, female'],
  ['mistaken kind', '*Videgar* spoke. ~Videgar~ left. *Videgar* sat.', 'Videgar'],
  [
    'surname taken for an organisation',
    '*Luis Videgar* spoke. +Videgar+ left.',
    'Luis Videgar / Videgar, male',
  ],
  [
    'acronym in parentheses',
    'The +North Sea Trade Agreement+ (+NSTA+) failed. +NSTA+ is dead.',
    'North Sea Trade Agreement / NSTA',
  ],
  ['acronym without', 'The +Federal Harbour Board+ met. The +FHB+ rose.', 'Federal Harbour Board / FHB'],
  [
    'short form',
    'The +Holt State Department+ spoke. The +State Department+ left.',
    'Holt State Department / State Department',
  ],
  ['house is generic', 'The +White House+ spoke. The +House+ voted.', 'White House', 'House'],
  [
    'same place',
    'The ~U.S.~ and the ~United States~ and ~Mexico~ and ~Mexico City~.',
    'United States / U.S.',
    'Mexico',
    'Mexico City',
  ],
  [
    'headline',
    '# *Ana Lane Slams Bo Ortiz*\n\n*Ana Lane* and *Bo Ortiz* met. *Lane* spoke.',
    'Ana Lane / Lane, female',
    'Bo Ortiz',
  ],
  ['headline verb', '# *Ana Lane Calls Vote*\n\n*Lane* spoke.', 'Ana Lane / Lane, female'],
  [
    'title in the span',
    '*Sen. Ana Lane* spoke. *Democrat Bo Ortiz* sat.',
    'Ana Lane, is Sen., female',
    'Bo Ortiz',
  ],
  ['capitals', '*ANA LANE* spoke. *Ana Lane* left.', 'Ana Lane / ANA LANE, female'],
  ['given name only', '*Ana Lane* spoke. *Ana* left.', 'Ana Lane / Ana, female'],
  [
    'gender of role',
    'Congressman *Lane Holt* spoke. Actress *Kim Moss* sat. *Ana Roy* slept. *Lee Fox* ate.',
    'Lane Holt, is Congressman, male',
    'Kim Moss, is Actress, female',
    'Ana Roy, female',
    'Lee Fox',
  ],
  [
    'age and party',
    '*Ana Lane*, 45, a ferry pilot, spoke. *Bo Ortiz* (D-Wis.), chairman of the board, sat.',
    'Ana Lane, is ferry pilot, female',
    'Bo Ortiz, is chairman of the board',
  ],
  [
    'relation is no role',
    'His boss *Ana Lane* spoke. President *Ana Lane* left.',
    'Ana Lane, is President, female',
  ],
  [
    'former',
    'Former Argentinian Ambassador *Alicia Castor* spoke.',
    'Alicia Castor, is Former Argentinian Ambassador, female',
  ],
  [
    'a place and a person taken for one name',
    '~Harbourland~ is far. ~Harbourland’s Ana Lane~ spoke. *Lane* left.',
    'Ana Lane / Lane, female',
    'Harbourland',
  ],
  [
    'an ambassador to a place, taken into the name',
    '~Harbourland~ is far. Former Holtish Ambassador to *Harbourland Alicia Castor* spoke.',
    'Alicia Castor, is Former Holtish Ambassador to Harbourland, female',
    'Harbourland',
  ],
  [
    'a place with a genitive in its name',
    '~Prince George’s County~ is near ~Holt~.',
    'Prince George’s County',
    'Holt',
  ],
  [
    'with and without a form of address',
    'President *Lane* spoke. Mr. *Lane* left. *Lane* came back.',
    'Lane, is President, male',
  ],
  [
    'of both genders',
    'Mr. *Lane* spoke. Mrs. *Lane* left. *Lane* came back.',
    'Lane, male',
    'Lane, female',
    'Lane',
  ],
  [
    'a surname, and the wife who has it',
    'President *Lane* spoke. Beside him sat first lady *Ana Lane*. *Lane* left. Mrs. *Lane* came back.',
    'Ana Lane / Lane, female',
    'Lane, is President',
  ],
  [
    'a brother named in full, and then by surname',
    'Her brother, *Carl Lane*, spoke. *Lane* left.',
    'Carl Lane / Lane, male',
  ],
];

function draw({ forms, role, affiliation, gender }: Entity): string {
  return [forms.join(' / '), role && `is ${role}`, affiliation && `at ${affiliation}`, gender]
    .filter(Boolean)
    .join(', ');
}

describe('who is who in a text', () => {
  for (const [name, marked, ...expected] of cases) {
    it(name, () => {
      assert.deepEqual(spoken(marked).entities.map(draw), expected);
    });
  }

  it('gives a bare surname to the one of two relatives that the text has established', () => {
    const { mentions, entities } = spoken(
      '*Ana Lane* spoke. *Lane* left. *Lane* sat.\n\nHer brother *Carl Lane* slept.\n\nIt rained.\n\n*Lane* rose.',
    );
    assert.equal(entities[mentions.at(-1)?.entity ?? -1]?.name, 'Ana Lane');
  });

  it('gives a bare surname to nobody beside the full name of a relative', () => {
    const { mentions, entities } = spoken('*Ana Lane* spoke. Her brother *Carl Lane* slept. *Lane* rose.');
    assert.equal(entities[mentions.at(-1)?.entity ?? -1]?.name, 'Lane');
  });

  it('keeps every mention in its place, with the kind of its entity', () => {
    const { text, mentions, entities } = spoken(
      'Sen. *Ana Lane* met the +Harbor Trust+ in ~Holt~. *Lane* left ~Holt~.',
    );
    assert.deepEqual(
      mentions.map(it => [text.slice(it.start, it.end), entities[it.entity]?.kind]),
      [
        ['Ana Lane', 'person'],
        ['Harbor Trust', 'organisation'],
        ['Holt', 'place'],
        ['Lane', 'person'],
        ['Holt', 'place'],
      ],
    );
  });
});
