import assert from 'node:assert/strict';
import { drawQuotations, spoken } from './spoken.ts';

/** What happens, the text with its names marked, and what each quotation comes to, as in `attribution.test.ts`. */
const cases: readonly (readonly [string, string, ...string[]])[] = [
  [
    'the head of something, in small letters',
    '“It is late,” said head of customer services *Ana Lane*. “The boats are old,” said chief of staff *Bo Ortiz*.',
    '0 direct Ana Lane <Ana Lane> said',
    '1 direct Bo Ortiz <Bo Ortiz> said',
  ],
  [
    'a volunteer, and what somebody volunteered',
    '“It is late,” said volunteer *Ana Lane*. “The boats are old,” the volunteer, *Bo Ortiz*, said. “They leak,” *Cy Moss* volunteered.',
    '0 direct Ana Lane <Ana Lane> said',
    '1 direct Bo Ortiz <Bo Ortiz> said',
    '2 direct Cy Moss <Cy Moss> volunteered',
  ],
  [
    'what one of two called it, in brackets',
    'This followed stern lectures from both Mayor *Ana Lane* (who called the plan “pretty much a joke”) and *Bo Ortiz*.',
    '0 mixed Ana Lane <Ana Lane> called',
  ],
  [
    'what somebody added to something',
    'Senator *Ana Lane* of ~Holt~ said today that rules +Harbour Union+ added to the plan are “steps in the right direction”.',
    '0 mixed Ana Lane <Ana Lane> said',
  ],
  [
    'who added something to the applause',
    '“We close it in May,” said *Ana Lane*. “And we will not wait,” she added to applause.',
    '0 direct Ana Lane <Ana Lane> said',
    '0 direct Ana Lane <she, pronoun> added',
  ],
  [
    'a party and a state, and a clause behind them',
    'Some spoke against it, including Sen. *Ana Lane*, R-Ariz., who said she took “exception to the whole plan”.',
    '0 mixed Ana Lane <Ana Lane> said',
  ],
  [
    'several people at the head of a sentence',
    'Legislators proudly declared that the quay was “a right”.',
    '0 mixed ? <Legislators, description> declared',
  ],
  [
    'people of a country',
    '~Holt~ is far. Norwegians say the quay is “a wonder”.',
    '0 mixed ? <Norwegians, description> say',
  ],
  [
    'whom somebody lectured',
    '*Ana Lane* rose. “I have been around for long, and I keep going,” she lectured the young clerk.',
    '0 direct Ana Lane <she, pronoun> lectured',
  ],
  [
    'people of several places, who speak together',
    'Sens. *Ana Lane* of ~Holt~, *Bo Ortiz* of ~Sarel~ and *Cy Moss* of ~Ohio~ said the quay was “rotten all through”.',
    '0 mixed ? <Ana Lane of Holt, Bo Ortiz of Sarel and Cy Moss, description> said',
  ],
  [
    'people with titles, who speak together',
    'On Tuesday, Holt Ferries chief *Ana Lane* and Mayor *Bo Ortiz* said the quay was “rotten all through”.',
    '0 mixed ? <Ana Lane and Mayor Bo Ortiz, description> said',
  ],
  [
    'the last of two alone',
    'There was a quarrel between *Ana Lane* and Mr. *Ortiz*, who said the quay was “rotten all through”.',
    '0 mixed Ortiz <Ortiz> said',
  ],
  [
    'one of them, with a title and a party',
    'At the hearing, one of the speakers, Sen. *Ana Lane*, D-Mass., told the panel: “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane> told',
  ],
  [
    'a party and a state of two words',
    'On Thursday, Sen. *Ana Lane*, ~R-New Holt~ said she had “respect” for it.',
    '0 mixed Ana Lane <Ana Lane> said',
  ],
  [
    'a suit within what tells who somebody is',
    'Former clerk *Ana Lane*, the lawyer who argued *Ortiz* v. *Moss* and the suit about the quay, says the +Harbour Court+ passed “the point of no return”.',
    '0 mixed Ana Lane <Ana Lane> says',
  ],
  [
    'a body with “and” in its name',
    'The Centers for Ships and Boats has also said that the quay is “rotten all through”.',
    '0 mixed ? <The Centers for Ships and Boats, description> said',
  ],
  [
    'who works at a body with “and” in its name',
    '*Ana Lane* of the Office of Ships and Boats said the quay was “rotten all through”.',
    '0 mixed Ana Lane <Ana Lane> said',
  ],
  [
    'a word of somebody before what they would do',
    '*Ana Lane* said she would “surely” ask the mayor about it.',
    '0 mixed Ana Lane <Ana Lane> said',
  ],
  [
    'brackets that explain a quotation',
    '“It is like a quay that has burnt down.” (Translation: the boats are gone.)',
    '0 scare -',
  ],
  [
    'the president, not the first lady who has his name',
    '“We close it in May,” President *Lane* said. First lady *Ana Lane* sat beside him. “It is late,” *Lane* said.',
    '0 direct Lane <Lane> said',
    '1 direct Lane <Lane> said',
  ],
  [
    'chimed in, before who speaks',
    '“It is late,” *Bo Ortiz* noted. “I can see why they think it is early,” chimed in the pilot *Ana Lane*.',
    '0 direct Bo Ortiz <Bo Ortiz> noted',
    '1 direct Ana Lane <Ana Lane> chimed in',
  ],
  [
    'shot back, before who speaks',
    '“It is late,” shot back *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane> shot back',
  ],
  [
    'a question, and a crowd with words of its own',
    '“Are you tired?” *Ana Lane* asked. “Are you ready to go?” The crowd on the quay chanted “Yes we are!”',
    '0 direct Ana Lane <Ana Lane> asked',
    '0 mixed Ana Lane <Ana Lane>',
    '1 direct ? <The crowd on the quay, description> chanted',
  ],
  [
    'a day that something belongs to',
    'At Thursday’s supper at Ms. *Ortiz*’s house, *Ana Lane* took it back, saying that “our boats” would do.',
    '0 mixed Ana Lane <Ana Lane> saying',
  ],
  [
    'two roles before a name',
    '“It is late,” says veteran harbour pilot and historian *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane> says',
  ],
  [
    'how somebody described it',
    '“It is late, and the boats are old, and we are tired,” is how *Lane* described the day to the +Lantern+.',
    '0 direct Lane <Lane> described',
  ],
  [
    'another of them, with a title and a town',
    'Another Republican, Sen. *Ana Lane* of ~Holt~, defended the plan as “pretty well done”. She told the +Lantern+ it was a “joy”.',
    '0 mixed Ana Lane <Ana Lane> defended',
    '1 mixed Ana Lane <She, pronoun> told',
  ],
  [
    'the holder of a long office',
    'In response, the mayor of the island’s capital ~Holt~, *Ana Lane*, wrote: “You can try, but we will stay.”',
    '0 direct Ana Lane <Ana Lane> wrote',
  ],
  [
    'a programme that somebody asked on',
    '*Ana Lane* asked on “Face the Morning”: “Why did nobody go back and look?”',
    '0 scare -',
    '1 mixed Ana Lane <Ana Lane> asked',
  ],
  [
    'a force that says',
    '+Holt Police+ say the quay is “closed for the night”.',
    '0 mixed Holt Police <Holt Police> say',
  ],
  [
    'a verb told of another',
    'The ministry said *Bo Ortiz* had started “the longest quarrel on this coast”.',
    '0 mixed ? <The ministry, description> said',
  ],
  [
    'what it shows',
    '*Ana Lane* says it underscores that the plan is “unfit for a harbour”.',
    '0 mixed Ana Lane <Ana Lane> says',
  ],
  [
    'to whom a text was written',
    'The clerks will ask about a memo that she wrote last year to Mayor *Ana Lane* that described the plan as “badly wrong”.',
    '0 mixed ? <memo, description> described',
  ],
  [
    'whose words a sentence is about',
    '*Bo Ortiz* left early. *Carl Lane*’s words are plain, by these standards. In May he talked of “rotten” boats.',
    '0 mixed Carl Lane <he, pronoun> talked',
  ],
  [
    'of whom and by whom it is said',
    '*Bo Ortiz* said he would not go. Also, *Lane* is too old, he said. “We need a young one!”',
    '0 direct Bo Ortiz <he, pronoun>',
  ],
  [
    'in brackets, by the way',
    'The club may not know the game (all signs suggest that it soon will), or it simply “dropped the ball”.',
    '0 scare -',
  ],
  [
    'between dashes, by the way',
    'The pilot mocked them and said that nobody was small – as *Ana Lane* has said – and that he was “the tallest of all”.',
    '0 mixed ? <The pilot, description> said',
  ],
  [
    'a claim, and when it was made',
    'The boats lost because of *Ana Lane*’s patronising suggestion at a late debate that they were “likable enough”.',
    '0 mixed Ana Lane <Ana Lane> suggestion at a late debate',
  ],
  [
    'out of a room to say',
    '*Ana Lane*, the harbour pilot, came from a long talk with other +Holt Democrats+ to say a deal would be “very hard”.',
    '0 mixed Ana Lane <Ana Lane> say',
  ],
  [
    'a quip from somebody of a state',
    'The clerk read aloud what they had said, including a quip from ~Ohio~ Sen. *Ana Lane*: “Is that what you call a quay?”',
    '0 direct Ana Lane <Ana Lane> :',
  ],
  [
    'despite saying so',
    'She refused to be asked, despite admitting that she had her doubts about “harbour men who want to be rich”.',
    '0 mixed ? <She, pronoun> admitting',
  ],
  [
    'as described by somebody',
    'From her failure to lock the gate to being “very careless” with the keys – as described by Captain *Ana Lane* – all was told.',
    '0 mixed Ana Lane <Ana Lane> as described by',
  ],
  [
    'who is heard in a clip',
    '*Ana Lane* showed clips of both men calling for “law and order”. She has had enough of officials accusing her of “greed”.',
    '0 mixed ? <both men, description> calling',
    '1 mixed ? <officials, description> accusing',
  ],
  [
    'a nickname within a name',
    '“The boats are late,” said Gen. *James* “Mad Dog” *Lane*. *Bo Ortiz* “The Pilot” Could Close It.',
    '0 direct Lane <Lane> said',
    '1 scare -',
    '2 scare -',
  ],
  [
    'the holder of an office who is named far below',
    `The harbour master has called it a “couple”.\n\n${'It rained on the quay for all of the day. '.repeat(40)}\n\nIn 1981 the harbour master *Bo Ortiz* left.`,
    '0 mixed ? <The harbour master, description> called',
  ],
  [
    'the holder of an office who is named soon',
    'The harbour master has called it a “couple”.\n\nHarbour master *Bo Ortiz* left.',
    '0 mixed Bo Ortiz <The harbour master, description> called',
  ],
  [
    'what somebody does about what another called them',
    'Told that *Bo Ortiz* had called her “a fool,” *Ana Lane* laughed.',
    '0 mixed Bo Ortiz <Bo Ortiz> called',
  ],
  [
    'a couple',
    '*Ana Lane* and her husband *Bo* said they were “over the moon”.',
    '0 mixed ? <Ana Lane and her husband Bo, description> said',
  ],
  [
    'whoever is not surprised',
    'The timing of the tide does not surprise pilot *Ana Lane*: “The smaller boats have always been the first.”',
    '0 direct Ana Lane <Ana Lane> :',
  ],
  [
    'whoever is excepted',
    'Except for *Ana Lane*, the quay is “a rotten old thing”. Save for *Bo Ortiz*, the boats are “a lovely sight”.',
    '0 scare -',
    '1 scare -',
  ],
  [
    'two people, one with an office that no list has',
    '“We close it in May,” said *Ana Lane* and Chief Wharfinger *Bo Ortiz*.',
    '0 direct ? <Ana Lane and Chief Wharfinger Bo Ortiz, description> said',
  ],
  [
    'a letter that several sign, and one to somebody',
    'The letter, signed by *Ana Lane*, *Bo Ortiz* and others, said: “We will close it in May.” “Nobody will like it,” reads the letter to *Cy Moss*.',
    '0 direct ? <The letter, description> said',
    '1 direct ? <the letter to Cy Moss, description> reads',
  ],
  [
    'both of two who are not named',
    '“We will close it in May,” said both women. “We will not,” said either side of the hall.',
    '0 direct ? <both women, description> said',
    '1 direct ? <either side of the hall, description> said',
  ],
  [
    'brackets with nobody in them',
    'The quay is “rotten all through” (sic). The pier was “as good as new” (2019).',
    '0 scare -',
    '1 scare -',
  ],
  [
    'each in brackets behind their own words',
    '“The quay has to close before the winter” (*Ana Lane*); “The boats have to go on as before” (*Bo Ortiz*).\n\n“The quay has to close.” (*Ana Lane*) “The boats have to go on.” (*Bo Ortiz*)',
    '0 direct Ana Lane <Ana Lane> (',
    '1 direct Bo Ortiz <Bo Ortiz> (',
    '2 direct Ana Lane <Ana Lane> (',
    '3 direct Bo Ortiz <Bo Ortiz> (',
  ],
  [
    'behind a question, a source in brackets, or a dash',
    '“Will the quay close?” *Ana Lane* said (+The Daily Lantern+, 3 May).\n\n“Will the boats go on?” *Bo Ortiz* said – to laughter.',
    '0 direct Ana Lane <Ana Lane> said',
    '1 direct Bo Ortiz <Bo Ortiz> said',
  ],
  [
    'a name that ends in a dot before the next one’s words',
    '“The quay is closed,” said *Ana Lane Jr.* “The boats have to go on,” said *Bo Ortiz*.',
    '0 direct Ana Lane Jr. <Ana Lane Jr.> said',
    '1 direct Bo Ortiz <Bo Ortiz> said',
  ],
  [
    'who did not agree says why',
    'Mayor *Ana Lane* did not agree: “The quay has to stay open.”',
    '0 direct Ana Lane <Ana Lane> :',
  ],
  [
    'a short sentence behind a colon',
    '*Ana Lane* was blunt: “The quay is shut.”',
    '0 direct Ana Lane <Ana Lane> :',
  ],
  [
    'a label inside the marks that is nobody',
    '*Ana Lane* put it in writing. “NOTE: The quay has to close before the winter.”\n\n*Bo Ortiz* read it out. “MAYOR LANE: The boats have to go on as before.”',
    '0 direct Ana Lane <Ana Lane>',
    '1 direct ? <MAYOR LANE> :',
  ],
  [
    'what somebody thought, with and without “that”',
    '*Ana Lane* thought that the quay was “rotten all through”. She feared the pier would be “a heap of rust”.',
    '0 mixed Ana Lane <Ana Lane> thought',
    '1 mixed Ana Lane <She, pronoun> feared the pier would be',
  ],
  [
    'somebody with an age, called like a body',
    '*Bo Ortiz* waited. +Celia Park+, 61, waited. “It is late,” she said.',
    '0 direct Celia Park <she, pronoun> said',
  ],
  [
    'relatives: whom a headline means is a guess that does not outlast the full names below it',
    '# *Jeb* on running as a *Lane*\n\n*Jeb Lane* said on Monday that it was “a challenge”.\n\nThe former governor spoke of *George W. Lane*. *George W. Lane* was there.\n\nThe clerks went home.\n\n*Lane* is tired, they think.\n\n“I held such views,” *Lane* recalled.',
    '0 mixed Jeb Lane <Jeb Lane> said',
    '1 direct Jeb Lane <Lane> recalled',
  ],
  [
    'whoever tells what somebody else promised',
    'The quay is old, *Ana Moss* says.\n\nEven then, *Bo Light* points out, the towns would mend more of it, even if far less than *Ortiz* promised. “And that leaves room for a rebound,” he says.',
    '0 direct Bo Light <he, pronoun> says',
  ],
  [
    'a body and its town before who speaks, and somebody whom no finder of names knows beside another',
    '“It is a simple rule,” wrote +University of Holt+, ~Sarel~ law school dean *Bo Ortiz*. “It is late,” said *Carroll Moss* and Quill analyst Brian Farrow.',
    '0 direct Bo Ortiz <Bo Ortiz> wrote',
    '1 direct ? <Carroll Moss and Quill analyst Brian Farrow, description> said',
  ],
  [
    'what somebody calls her is not her own word',
    '*Elizabeth Lane* is good at it. She has gone after *Donald Ortiz*; the best he can do in response is to call her “the duchess”.',
    '0 mixed - call',
  ],
  [
    'nouns that look like verbs: that question, many states, what buyers will find',
    '*Bo Lane* said so. He added that more tests are needed to answer that question “in a sound way.” Far from “a bargain,” buyers in many states will find fares higher.',
    '0 mixed Bo Lane <He, pronoun> answer',
    '1 scare -',
  ],
  [
    'a branch of a body is not the town where it is',
    'The +Harbour Bank+’s ~Holt~ branch put out a statement. “The accounts were robbed,” it said.',
    '0 direct ? <it, pronoun> said',
  ],
  [
    'what others call something does not take the floor from who is speaking',
    '“We can do it,” said a man who stood for hours in what dockers called a “unity line.”\n\n“We stand for good things here.”',
    '0 direct ? <a man, description> said',
    '1 mixed ? <dockers, description> called',
    '2 direct ? <a man, description>',
  ],
  [
    'what is read on somebody’s behalf',
    'The solicitor reads on his behalf: “I did not do it.”\n\n*Bo Ortiz*, his lawyer, read a statement on his behalf: “I was asleep.”\n\n*Bo Ortiz* read a statement on behalf of *Ana Lane*: “I was at sea.”',
    '0 direct - reads',
    '1 direct - read',
    '2 direct Ana Lane <Ana Lane> read',
  ],
  [
    'whoever is not kept from telling it',
    'It was a bad week. But it did not stop *Ana Lane* from looking out into the hall and telling the islanders: “We will win this.” It stopped *Bo Ortiz* from saying “never.”',
    '0 direct Ana Lane <Ana Lane> telling',
    '1 scare -',
  ],
  [
    'an adjective before a noun that looks like a verb',
    'They have prompted a rapacious state government to “close the quay.” It was a famous quip: “Close it.”',
    '0 scare -',
    '1 scare -',
  ],
  [
    'who signs a paragraph that is all theirs, on the same line',
    '“The plan would help those who need it most.” *Ana Lane*, +Harbour Times+\n\n“We have all heard of it.” *Bo Ortiz* left.',
    '0 direct Ana Lane <Ana Lane>',
    '1 direct -',
  ],
];

describe('whose words', () => {
  for (const [name, marked, ...expected] of cases) {
    it(name, () => {
      assert.deepEqual(drawQuotations(spoken(marked)), expected);
    });
  }
});
