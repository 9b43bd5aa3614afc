import assert from 'node:assert/strict';
import { drawQuotations, spoken } from './spoken.ts';

/** What happens, the text with its names marked, and what each quotation comes to, as in `attribution.test.ts`. */
const cases: readonly (readonly [string, string, ...string[]])[] = [
  [
    'a time with an article opens the sentence',
    'A day ahead of the vote, *Ana Lane* took the floor to say the quay was “rotten all through”.',
    '0 mixed Ana Lane <Ana Lane> say',
  ],
  [
    'a time with a number opens the sentence',
    'Just a few weeks ago, *Ana Lane* came home and declared the quay “rotten all through”.',
    '0 mixed Ana Lane <Ana Lane> declared',
  ],
  [
    'a label opens the sentence',
    'The other side: *Ana Lane* gave a statement to the +Lantern+, saying, “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane> saying',
  ],
  [
    'an article alone is nobody',
    'That is news to many, according to the recently released “Report on the Quays of ~Holt~”.',
    '0 mixed - according to',
  ],
  [
    'a noun that may be a verb behind “that”',
    '*Lane*’s council on Monday went to court, maintaining that state law “expressly forbids” a closure.',
    '0 mixed ? <Lane’s council, description> maintaining',
  ],
  [
    'an amount of things, not who speaks',
    '*Ana Lane* goes on to point out that there have been swings across 17 states, most of them inland: “The quay alone took ten points.”',
    '0 direct Ana Lane <Ana Lane> :',
  ],
  [
    'what is blamed on something',
    'The report underscores the toll, saying that with the 42 deaths per year blamed on the quay, “the town has to act.”',
    '0 mixed ? <The report, description> saying',
  ],
  [
    'who called for something',
    'Four experts from ~Holt~ called for “open quays” in summer.',
    '0 mixed ? <Four experts from Holt, description> called',
  ],
  [
    'what a verb of judgement has behind it',
    '*Ana Lane* opposed the plan, mocked the old system as “rotten” and left.',
    '0 mixed Ana Lane <Ana Lane> mocked',
  ],
  [
    'where somebody writes',
    '*Ana Lane* caused a storm on +Chirper+ Tuesday tweeting, “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane> tweeting',
  ],
  [
    'the state of the town where somebody speaks, who is told of behind a comma',
    'In ~Holt~, ~Ohio~, Gov. *Ana Lane*, a Republican, said “I will not take the low road.”',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'the letters of that state, and one more clause',
    'Speaking in ~Holt~, OH, after winning her home state, Gov. *Ana Lane* (R-OH), said “I will not take the low road.”',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'a country that speaks, behind a day',
    'On Monday, ~France~, a member of the council, said the plan was “rotten all through”.',
    '0 mixed France <France> said',
  ],
  [
    'party and state without a second comma',
    'Vice Chair *Ana Lane*, R-Ohio said she would “love” to see it.',
    '0 mixed Ana Lane <Ana Lane> said',
  ],
  [
    'work without a second comma, behind the words',
    '“The quay is rotten all through,” *Ana Lane*, harbour and land worker with the +Holt Trust+ said.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'others between the commas',
    '*Ana Lane*, officials with the +Holt Trust+ said, was “ill”.',
    '0 mixed ? <officials with the Holt Trust, description> said',
  ],
  [
    'office, body and name',
    'But the director of the +Holt Trust+, *Bo Ortiz*, says growers must wait.\n\n“They may well wait for years,” he said.',
    '0 direct Bo Ortiz <he, pronoun> said',
  ],
  [
    'somebody, what they are, and what may be a name',
    '*Ana Lane*, member for ~Holt~, *Hodge Hill*, accused the clerks of “building a cage”.',
    '0 mixed Ana Lane <Ana Lane> accused',
  ],
  [
    'of a body with an epithet',
    'Rep. *Ana Lane* of the ruling +Harbour Party+ said the clerks are “faithful dogs”.',
    '0 mixed Ana Lane <Ana Lane> said',
  ],
  [
    'a rank with a number in it',
    '“The quay is rotten,” said Special Warden First Class *Ana Lane*, a sailor.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'a text that states',
    '“Do not let them ask about the quay,” the document states.',
    '0 direct ? <the document, description> states',
  ],
  [
    'a text and a noun behind it',
    '“Rotten all through,” the council reports of May were called false.',
    '0 scare -',
  ],
  [
    'what people are said to believe',
    '*Ana Lane* said the worst comes from clerks who believe “the quay is safer than the sea”.',
    '0 mixed Ana Lane <Ana Lane> said',
  ],
  [
    'a cue that leads to the next words',
    '“The more there are, the better. They will ask: What am I to do?” LTA chief executive, *Bo Ortiz*, added: “The quay is rotten all through.”',
    '0 direct -',
    '1 direct Bo Ortiz <Bo Ortiz> added',
  ],
  [
    'told by the way, and who goes on',
    '*Paul Lane* said he met *Carl Ortiz*, who told him it was “a rotten quay”. He added: “I have no wish to change it.”',
    '0 mixed Carl Ortiz <Carl Ortiz> told',
    '1 direct ? <He, pronoun> added',
  ],
  [
    'the wife of whoever goes on',
    'Mr. *Ortiz* said his wife, *Amy*, told him that he was calm.\n\n“This quay needed a push,” he said.',
    '0 direct Ortiz <he, pronoun> said',
  ],
  [
    'supporters of somebody',
    'One of them, a guy in red, taunted *Paul Lane* supporters nearby.\n\n“I am for the pony,” he said.',
    '0 direct ? <he, pronoun> said',
  ],
  [
    'first named without a suffix',
    '# The story\n\nMayor *Bo Lane* spoke. His son *Bo Lane Jr.* listened.\n\n“The quay is rotten,” *Bo Lane* said.\n\n“It is not,” *Lane Jr.* said.\n\n“It is,” *Bo Lane* said.',
    '0 direct Bo Lane <Bo Lane> said',
    '1 direct Bo Lane Jr. <Lane Jr.> said',
    '2 direct Bo Lane <Bo Lane> said',
  ],
  [
    'first named with a suffix',
    '# Bo Lane on the quay\n\nMayor *Bo Lane Jr.* spoke.\n\n“The quay is rotten,” *Bo Lane* said.',
    '0 direct Bo Lane Jr. <Bo Lane> said',
  ],
  [
    'quoted as saying behind the words',
    '“We will keep the quay under control,” the +Lantern+ quoted *Bo Ortiz*, a clerk of the harbour, as saying.',
    '0 direct Bo Ortiz <Bo Ortiz> saying',
  ],
  [
    'quoted, with others behind it',
    'The +Lantern+ quoted *Bo Ortiz*, a clerk, and called the quay “rotten”.',
    '0 mixed Lantern <Lantern> called',
  ],
  [
    'a hyphen before a name',
    'This week, anti-*Lane* protesters sang, chanting “Close the rotten quay at once!”',
    '0 direct ? <anti-Lane protesters, description> chanting',
  ],
  [
    'who objects',
    '“Wait a minute, all of you,” *Ana Lane* reportedly objected, before noticing a sign that said, “Close it.”',
    '0 direct Ana Lane <Ana Lane> objected',
    '1 direct ? <a sign, description> said',
  ],
  [
    'until somebody said so',
    'It was not until *Ana Lane* told the council that “the quay is rotten” that they moved.',
    '0 mixed Ana Lane <Ana Lane> told',
  ],
  [
    'among other things',
    '*Ana Lane* said they had to go and among other things called the quay “rotten”.',
    '0 mixed Ana Lane <Ana Lane> called',
  ],
  [
    'a full stop before who says so, and where',
    'Rain fell. “The quay is rotten all through.” *Ana Lane* said from the pier. “It goes.”',
    '0 direct Ana Lane <Ana Lane> said',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'a full stop before what somebody says',
    'Rain fell. “The quay is rotten all through.” *Ana Lane* said on Tuesday that the boats would go.',
    '0 direct -',
  ],
  [
    'an imperative',
    'Never forget that the same +Lantern+ was spending last May editorializing that “the quay is rotten”.',
    '0 mixed - editorializing',
  ],
  [
    'a witness called by others',
    '“It is clearly damaging,” *Ana Lane*, the only witness called by the council, said of the report.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'a title with a body in it',
    'Harbour Speaker of the House *Ana Lane* gave a rebuke, saying the quay is “likely to fall”.',
    '0 mixed Ana Lane <Ana Lane> saying',
  ],
  ['what people are told', 'The quay, we’re told almost every day, is “rotten all through”.', '0 scare -'],
  [
    'no noun before a verb',
    '*Ana Lane* said the clerks who revolted claimed the quay put them in “danger”.',
    '0 mixed ? <the clerks, description> claimed',
  ],
  [
    'one of them, by name',
    '“We have had no pay for months,” said one of them, *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'a verb taken for a first name',
    '*Bo Lane* left. *Said Lane*: “The quay is rotten.”',
    '0 direct Bo Lane <Lane> Said',
  ],
  [
    'a first name like a verb',
    'They met with *Said Lane*. *Said Lane* left. “The quay is rotten,” *Said Lane* said.',
    '0 direct Said Lane <Said Lane> said',
  ],
  [
    'a party taken for a first name',
    '*GOP Rep. Ana Lane* came. “The quay is rotten,” *Lane* said.',
    '0 direct Ana Lane <Lane> said',
  ],
];

describe('who is the subject', () => {
  for (const [name, marked, ...expected] of cases) {
    it(name, () => {
      assert.deepEqual(drawQuotations(spoken(marked)), expected);
    });
  }
});
