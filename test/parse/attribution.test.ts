import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawQuotations, spoken } from './spoken.ts';
import { assertGrowth, timeOf } from '../support/growth-in-time.ts';

/**
 * What happens, the text with its names marked, and what each quotation comes to: its utterance, its kind, the speaker in the
 * fullest form known (`?` where it resolves to nobody, `-` where there is none) with the words beside the quotation, the cue.
 */
const cases: readonly (readonly [string, string, ...string[]])[] = [
  [
    'cue before, colon',
    '*Ana Lane* said: “We will not raise fares this year.”',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'comma inside, name first',
    '“We will not raise fares this year,” *Lane* said.',
    '0 direct Lane <Lane> said',
  ],
  [
    'comma inside, cue first, role behind',
    '“We will not raise fares this year,” said *Ana Lane*, the mayor of ~Holt~.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'pronoun',
    '*Ana Lane* opened the session. “We will not raise fares,” she said.',
    '0 direct Ana Lane <she, pronoun> said',
  ],
  [
    'a pronoun means whoever speaks in the main clause, not in an aside before it',
    'On Tuesday, after a talk in which Mr *Lane* defended his statement that the quay was “rotten”, *Denis Ward*, head of the union, also said he would leave.\n\n“That was the last straw for all of us,” he said.',
    '0 mixed Lane <his, pronoun> statement',
    '1 direct Denis Ward <he, pronoun> said',
  ],
  [
    'the head of an item: somebody on a topic',
    'Mayor *Ana Lane* on the old quay: “We will not raise fares this year”\n\n*Bo Ortiz* on *Lane*: “She never asks the fishermen”',
    '0 direct Ana Lane <Ana Lane> :',
    '1 direct Bo Ortiz <Bo Ortiz> :',
  ],
  [
    'what is about somebody is not said by them',
    'A book on *Ana Lane*: “The Long Way Down to the River”\n\n*Ana Lane* on what she is called: “the queen of the quay”',
    '0 scare -',
    '1 scare -',
  ],
  [
    'a surname that a woman and a man share says of neither who “he” is',
    '*Mary Lane* is the mayor. *Lane* won in May. Mrs. *Lane* went home.\n\nHer husband, Mr. *William Lane*, spoke on Friday.\n\n*Mary Lane* was not there, *Per Holm* was. *Lane* also joked about *Per Holm*.\n\n“First they said that she was out at sea,” he said.',
    '0 direct ? <he, pronoun> said',
  ],
  [
    'what somebody has written is theirs, as what they wrote is',
    'The board admitted “flawed work” on Monday. “There is no doubt of it,” Judge *Ana Lane* had written.\n\n*Bo Ortiz* said the quay was “full”. “We counted the boats,” *Ana Lane* has also written.\n\n*Bo Ortiz* said the quay was “full”. A letter was written by *Ana Lane*. “We counted the boats,” it read.',
    '0 mixed ? <The board, description> admitted',
    '1 direct Ana Lane <Ana Lane> written',
    '2 mixed Bo Ortiz <Bo Ortiz> said',
    '3 direct Ana Lane <Ana Lane> written',
    '4 mixed Bo Ortiz <Bo Ortiz> said',
    '5 direct ? <it, pronoun> read',
  ],
  [
    'a body whose name ends in a stop may end the sentence, too',
    '“The harbour is full,” said *Bo Ortiz*, once of the +F.B.I.+ But *Ana Lane*, the editor, said: “Nobody counts the boats.”',
    '0 direct Bo Ortiz <Bo Ortiz> said',
    '1 direct Ana Lane <Ana Lane> said',
  ],
  [
    'signed, and told again',
    '“The harbour is ours.” — *Ana Lane*, mayor\n\n“The harbour is ours,” *Ana Lane* said.',
    '0 direct Ana Lane <Ana Lane> —',
    '1 direct Ana Lane <Ana Lane> said',
  ],
  [
    'of a firm with an “&”',
    '“The cable comes in spring,” *Ana Lane* of QR&S said.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  ['dash and name', '“The harbour is ours.” — *Ana Lane*, mayor', '0 direct Ana Lane <Ana Lane> —'],
  [
    'split',
    '“If it rains,” *Lane* said, “we will wait.”',
    '0 direct Lane <Lane> said',
    '0 direct Lane <Lane> said',
  ],
  [
    'continued in the line',
    '“We will wait,” *Lane* said. “It always rains in ~Holt~.”',
    '0 direct Lane <Lane> said',
    '0 direct Lane <Lane>',
  ],
  [
    'continued over paragraphs',
    '“We will wait,” *Lane* said.\n\n“It always rains here.”\n\nHe left. “Nobody asked us.”',
    '0 direct Lane <Lane> said',
    '0 direct Lane <Lane>',
    '1 direct -',
  ],
  [
    'running quotation',
    '*Lane* said: “We will wait.\n\n“We have waited before.\n\n“We can wait again.”',
    '0 direct Lane <Lane> said',
    '0 direct Lane <Lane>',
    '0 direct Lane <Lane>',
  ],
  ['told', '*Lane* told *Bo Ortiz* “nothing has changed.”', '0 mixed Lane <Lane> told'],
  [
    'told reporters, comma',
    '*Lane* told reporters on Friday, “Nothing has changed.”',
    '0 direct Lane <Lane> told',
  ],
  [
    'according to',
    'According to *Lane*, the plan was “dead on arrival.”',
    '0 mixed Lane <Lane> According to',
  ],
  [
    'according to, behind',
    'The plan was “dead on arrival,” according to a spokesman for *Lane*.',
    '0 mixed ? <a spokesman for Lane, description> according to',
  ],
  [
    'in her words',
    'The plan was, in *Lane*’s words, “dead on arrival.”',
    '0 mixed Lane <Lane> in Lane’s words',
  ],
  [
    'who, whose',
    '“He was kind,” said *Bo Ortiz*, whose brother *Cy Ortiz* died in the flood.',
    '0 direct Bo Ortiz <Bo Ortiz> said',
  ],
  [
    'name, who, said',
    '*Bo Ortiz*, who lost his house to the flood in ~Holt~, said: “Nobody came.”',
    '0 direct Bo Ortiz <Bo Ortiz> said',
  ],
  [
    'party and state',
    '“It is a mess,” Rep. *Bo Ortiz*, D-Wis., said Tuesday.',
    '0 direct Bo Ortiz <Bo Ortiz> said',
  ],
  [
    'two roles before',
    '“It moved sideways,” +Harbor Trust+ chief economist *Bo Ortiz* said.',
    '0 direct Bo Ortiz <Bo Ortiz> said',
  ],
  [
    'apposed name',
    '“It is a mess,” said the ferry company’s director, *Bo Ortiz*.',
    '0 direct Bo Ortiz <Bo Ortiz> said',
  ],
  [
    'apposed name first',
    '“It is a mess,” the company’s chief executive, *Bo Ortiz*, said.',
    '0 direct Bo Ortiz <Bo Ortiz> said',
  ],
  [
    'description',
    '“It is a mess,” said a port official who asked not to be named.',
    '0 direct ? <a port official, description> said',
  ],
  [
    'a spokesman for',
    '“It is a mess,” a spokesman for *Ortiz* said.',
    '0 direct ? <a spokesman for Ortiz, description> said',
  ],
  [
    'campaign',
    '“It is a mess,” the *Ortiz* campaign said in a statement.',
    '0 direct ? <the Ortiz campaign, description> said',
  ],
  ['possessive', '“It is a mess,” *Ortiz*’s lawyer said.', '0 direct ? <Ortiz’s lawyer, description> said'],
  [
    'institution and it',
    'The +Harbor Trust+ said the quay was “beyond repair.”\n\nIt added: “We will close it on Monday.”',
    '0 mixed Harbor Trust <Harbor Trust> said',
    '1 direct Harbor Trust <It, pronoun> added',
  ],
  [
    'outlet',
    'The +Holt Courier+ reports: “The quay was never inspected.”',
    '0 direct Holt Courier <Holt Courier> reports',
  ],
  [
    'lead-in paragraph',
    '*Lane* continued:\n\n“The quay was never inspected.”',
    '0 direct Lane <Lane> continued',
  ],
  [
    'coordinated',
    '*Lane* said *Bo Ortiz* “never called” and called the plan “a fantasy.”',
    '0 mixed Lane <Lane> said',
    '1 mixed Lane <Lane> called',
  ],
  ['gerund', '*Lane* shrugged off the report, saying it was “old news.”', '0 mixed Lane <Lane> saying'],
  [
    'gerund after quotation',
    '“Old news,” *Lane* said, adding that the trust was “asleep.”',
    '0 direct Lane <Lane> said',
    '1 mixed Lane <Lane> adding',
  ],
  [
    'closing attribution',
    'Closing the quay, even if it is “painful” for some, is right, *Lane* said.',
    '0 mixed Lane <Lane> said',
  ],
  [
    'both quotes',
    'The quay is “a ruin” and “a danger to children,” *Lane* said.',
    '0 mixed Lane <Lane> said',
    '1 mixed Lane <Lane> said',
  ],
  [
    'what she called',
    '*Lane* attacked what she called a “paper fleet.”',
    '0 mixed Lane <she, pronoun> called',
  ],
  [
    'relative which',
    'The trust published a letter that called *Lane* “a bystander.”',
    '0 mixed ? <a letter, description> called',
  ],
  ['spoke of', '*Lane* spoke of “a lost decade.”', '0 mixed Lane <Lane> spoke'],
  [
    'scare',
    '*Lane* said that a mass exodus of “Drifters” would be “a loss for the island.”',
    '0 scare -',
    '1 mixed Lane <Lane> said',
  ],
  ['so-called', '*Lane* said the so-called “Harbour Tax” would pass.', '0 scare -'],
  ['vision', '*Lane* and *Ortiz* both touted their vision for a “win-win” deal.', '0 scare -'],
  ['programme', 'On +Radio Holt+’s “Face the Day,” *Lane* said the quay would close.', '0 scare -'],
  ['film', '*Lane* praised the film “Harbour of Stone.”', '0 scare -'],
  ['titled', '*Ortiz* wrote a book titled “The Last Ferry.”', '0 scare -'],
  ['bill called', 'A bill called “Safe Quays” passed.', '0 scare -'],
  ['passive', 'The quay was described as “a ruin.”', '0 scare -'],
  ['was asked', '*Lane* was asked, “Why did you close the quay?”', '0 direct -'],
  ['did not say', '*Lane* did not say “never.”', '0 scare - (imagined)'],
  ['did not answer what was asked', '*Lane* did not answer “hard questions.”', '0 scare -'],
  ['would say', '*Lane* would say “wait and see.”', '0 mixed Lane <Lane> say (imagined)'],
  [
    'will say, from a text handed out before',
    '“The quay is closed,” *Lane* will tell the council.',
    '0 direct Lane <Lane> tell',
  ],
  [
    'will say, he',
    '*Lane* speaks tonight. “The quay is closed,” he will say.',
    '0 direct Lane <he, pronoun> say',
  ],
  ['would recall', '“The quay broke under us,” *Lane* would recall.', '0 direct Lane <Lane> recall'],
  ['would later say', '*Lane* would later say: “The quay broke under us.”', '0 direct Lane <Lane> say'],
  [
    'would write',
    'In her memoir *Lane* would write: “The quay broke under us.”',
    '0 direct Lane <Lane> write',
  ],
  [
    'would say, if',
    '“The quay is closed for good,” *Lane* would say if they asked.',
    '0 direct Lane <Lane> say (imagined)',
  ],
  [
    'would say, no person',
    '“The quay is rotten all through,” they would say.',
    '0 direct ? <they, pronoun> say (imagined)',
  ],
  [
    'would write, one of many',
    '“The quay broke under us,” one neighbour would write.',
    '0 direct ? <one neighbour, description> write',
  ],
  [
    'would write, anybody',
    '“The quay broke under us,” a neighbour would write.',
    '0 direct ? <a neighbour, description> write (imagined)',
  ],
  [
    'would say only',
    'A spokeswoman would say only that the quay was “under review.”',
    '0 mixed ? <A spokeswoman, description> say',
  ],
  [
    'would only say, if',
    'Unless it rains, *Lane* would only say that the quay is “under review.”',
    '0 mixed Lane <Lane> say (imagined)',
  ],
  ['might say', '“The quay is rotten all through,” *Lane* might say.', '0 direct Lane <Lane> say (imagined)'],
  ['as if to say', '*Lane* shrugged, as if to say “what now?”', '0 mixed Lane <Lane> say (imagined)'],
  ['accused of saying', '*Ortiz* was accused of saying “let them swim.”', '0 scare -'],
  ['accused', '*Ortiz* accused *Lane* of “sleeping on the job.”', '0 mixed Ortiz <Ortiz> accused'],
  ['list of verbs', '*Lane* wrote on the town’s page that “no ferry is safe.”', '0 mixed Lane <Lane> wrote'],
  [
    'dateline',
    '~Port Sarel~: *Ana Lane* insisted on Friday the ferries were “safe as houses.”',
    '0 mixed Ana Lane <Ana Lane> insisted',
  ],
  [
    'dateline agency',
    'PORT SAREL (Agency) - *Ana Lane*, opening the museum, said it was “a house of memory.”',
    '0 mixed Ana Lane <Ana Lane> said',
  ],
  ['mere sequence', '*Lane* closed the quay. “It was rotten.”', '0 direct -'],
  [
    'scrape',
    '“Ferries carry most goods,” the ministry said. “We can carry more”. “You cannot have one without the other”.',
    '0 direct ? <the ministry, description> said',
    '0 direct ? <the ministry, description>',
    '1 direct -',
  ],
  [
    'caption between',
    '“We will wait,” *Lane* said.\n\n^ *Lane* at the quay.\n\n“It always rains here.”',
    '0 direct Lane <Lane> said',
    '0 direct Lane <Lane>',
  ],
  [
    'question and answer',
    '“Will the quay close?” *Ortiz* asked.\n\n“Not this year.”',
    '0 direct Ortiz <Ortiz> asked',
    '1 direct -',
  ],
  [
    'he after two men',
    'Mr. *Ortiz* met Mr. *Holm* at the quay. “It is rotten,” he said.',
    '0 direct Ortiz <he, pronoun> said',
  ],
  [
    'he after two joined men',
    '*John Ortiz* and *Peter Holm* met at the quay. “It is rotten,” he said.',
    '0 direct ? <he, pronoun> said',
  ],
  [
    'she between',
    '*Ana Lane* met *Peter Holm* at the quay. “It is rotten,” she said.',
    '0 direct Ana Lane <she, pronoun> said',
  ],
  [
    'he is the object',
    '*Ana Lane* met *Peter Holm* at the quay. “It is rotten,” he said.',
    '0 direct Peter Holm <he, pronoun> said',
  ],
  [
    'relatives',
    '*Ana Lane* and her brother *Carl Lane* run the ferry. “It is safe,” *Lane* said.',
    '0 direct Lane <Lane> said',
  ],
  ['embedded', '*Ortiz* said that *Lane* once called the quay “a jewel.”', '0 mixed Lane <Lane> called'],
  [
    'negative inside',
    '*Lane* told the board, when asked about the leak: “That is under review.”',
    '0 direct Lane <Lane> told',
  ],
  ['headline', '# Mayor: “We will not wait”', '0 direct ? <Mayor, description> :'],
  [
    'a headline does not speak on below itself',
    '# “No ferry is safe,” says *Ortiz*\n\n“It is rotten.”',
    '0 direct Ortiz <Ortiz> says',
    '1 direct -',
  ],
  [
    'he after a description that is named',
    '*Ana Lane* spoke. Her counterpart, *Bo Ortiz*, was less sure. “It is rotten,” he said.',
    '0 direct Bo Ortiz <he, pronoun> said',
  ],
  ['a verb that no list knows', '“It is rotten all through,” *Lane* snarls.', '0 direct Lane <Lane> snarls'],
  [
    'two titles joined',
    '“It is rotten all through,” Ferry Manager and Press Secretary *Ana Lane* said.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'alone behind a report with another verb in it',
    'The quay must be closed while the cracks are found, *Lane* said. “It is rotten all through.”',
    '0 direct Lane <Lane>',
  ],
  [
    'alone behind two reports of one',
    '*Lane* said the quay was old and added that it leaked.\n\n“It is rotten all through.”',
    '0 direct Lane <Lane>',
  ],
  [
    'alone behind reports of two',
    '*Lane* said the quay was old, but *Ortiz* replied that it was not. “It is rotten all through.”',
    '0 direct -',
  ],
  [
    'alone behind an answer',
    'Asked about the quay, *Lane* demurred. “It is rotten all through.”',
    '0 direct Lane <Lane>',
  ],
  [
    'alone behind a question to another',
    '*Lane* asked *Ortiz* how he felt about the quay. “It is rotten all through.”',
    '0 direct -',
  ],
  [
    'alone behind a request',
    '*Lane* asked them to wait. “It is rotten all through.”',
    '0 direct Lane <Lane>',
  ],
  [
    'alone behind a judgement',
    '*Lane* also praised the divers. “They saw what nobody wanted to see.”',
    '0 direct Lane <Lane>',
  ],
  [
    'alone behind a judgement of nobody known',
    'A reader praised the divers. “They saw what nobody wanted to see.”',
    '0 direct -',
  ],
  [
    'alone behind a report by the way',
    'The fair was moved after Mayor *Ana Lane* announced the works. “It is rotten all through.”',
    '0 direct -',
  ],
  [
    'alone behind a report in a clause of its own',
    'The fair was moved, though at least one clerk said it was fine. “It is rotten all through.”',
    '0 direct -',
  ],
  [
    'alone behind a report that leads to it',
    'The quay has to close, as Mayor *Ana Lane* confirmed. “It is rotten all through.”',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'somebody’s own statement',
    '*Ana Lane* left. “It is rotten all through,” *Lane*’s written statement read.',
    '0 direct Ana Lane <Lane’s written statement, description> read',
  ],
  [
    'the statement of somebody’s office',
    '*Ana Lane* left. “It is rotten all through,” *Lane*’s office said.',
    '0 direct ? <Lane’s office, description> said',
  ],
  [
    'a chief executive at a firm with a stop',
    '“It is rotten all through,” Harbor Corp. CEO *Ana Lane* said.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'a chief executive of a firm is no name, nor another’s chief executive',
    '*Ana Lane*, the CEO, left. “It is rotten all through,” said the CEO of +Harbor Trust+.',
    '0 direct ? <the CEO of Harbor Trust, description> said',
  ],
  [
    'a title that runs through its of',
    '“It is rotten all through,” said former Secretary of State *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'somebody whom no finder knew, behind what they are',
    '“It is rotten all through,” *Ortiz* spokesman Jason Brook said.',
    '0 direct ? <Jason Brook> said',
  ],
  [
    'capitals behind a role that are no name',
    '“It is rotten all through,” *Ortiz* spokesman Harbor Trust said.',
    '0 direct ? <Ortiz spokesman Harbor Trust, description> said',
  ],
  [
    'he is not Alexandria',
    '*Per Holm* left. *Alexandria Lund* stayed. “There is no list,” he said.',
    '0 direct Per Holm <he, pronoun> said',
  ],
  [
    'two with their titles',
    '“It is rotten all through,” Mayor *Ana Lane* and Clerk *Bo Ortiz* said in a letter. “We will close it.”',
    '0 direct ? <Mayor Ana Lane and Clerk Bo Ortiz, description> said',
    '0 direct ? <Mayor Ana Lane and Clerk Bo Ortiz, description>',
  ],
  [
    'three in a row',
    '“It is rotten all through,” *Lane*, *Ortiz* and *Holm* said.',
    '0 direct ? <Lane, Ortiz and Holm, description> said',
  ],
  [
    'two without names',
    '“It is rotten all through,” the mayor and the clerk said. Mayor *Ana Lane* left.',
    '0 direct ? <the mayor and the clerk, description> said',
  ],
  [
    'two trades of one',
    '“It is rotten all through,” owner and founder *Ana Lane* said.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'a ministry of two things',
    '“It is rotten all through,” ~Holt~ Ports and Harbours Minister *Ana Lane* said.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'one who says and another who does',
    '“It is rotten all through,” *Lane* said and *Ortiz* laughed.',
    '0 direct Lane <Lane> said',
  ],
  [
    'friends of somebody',
    '“It is rotten all through,” said friends of *Ana Lane*.',
    '0 direct ? <friends of Ana Lane, description> said',
  ],
  [
    'where somebody is from, what they do, and their name',
    '“Nobody counted,” said ~Holt~ bus driver *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'a trade that no list has',
    '“Nobody counted,” said ~Holt~ zoning clerk *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'a place with somebody else behind it',
    '“Nobody counted,” said ~Holt~ before *Ana Lane* left.',
    '0 direct Holt <Holt> said',
  ],
  [
    'a trade at a place that somebody left',
    '“Nobody counted,” said former ~Holt~ zoning clerk *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'an outlet, a trade that no list has, and a name',
    '“Nobody counted,” said +Harbor Radio+ weather anchorman *Ana Lane*, who had.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'somebody’s confidant is not them',
    '“Nobody counted,” said *Ortiz* confidant *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'somebody aboard what bears another’s name',
    '“Nobody counted,” said *Ortiz* aboard *Ana Lane*.',
    '0 direct Ortiz <Ortiz> said',
  ],
  [
    'somebody who did something to another',
    '“Nobody counted,” said *Ortiz* when *Ana Lane* had left.',
    '0 direct Ortiz <Ortiz> said',
  ],
  [
    'a town, its state and its mayor',
    '“Nobody counted,” said ~Holt~, N.D., Mayor *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'a town in a list of those who said so',
    '“Nobody counted,” said ~Holt~, ~Norden~ and *Ana Lane*.',
    '0 direct Holt <Holt> said',
  ],
  [
    'a place at the end of an outlet’s name',
    '“Nobody counted,” according to Channel 5 ~Holt~.',
    '0 direct ? <Channel 5 Holt, description> according to',
  ],
  [
    'the clause before had its quotation',
    'After *Lane* said “never,” the town held a “feast of fools.”',
    '0 mixed Lane <Lane> said',
    '1 scare -',
  ],
  [
    'a surname that is a month',
    'Yesterday Theresa May said they “abhor” it.',
    '0 mixed ? <Theresa May> said',
  ],
  ['an adverb behind the subject', '*Lane* in turn said she was “happy.”', '0 mixed Lane <Lane> said'],
  ['headline 2', '# “No ferry is safe,” says *Ortiz*', '0 direct Ortiz <Ortiz> says'],
  ['headline 3', '# *Ortiz*: “No ferry is safe”', '0 direct Ortiz <Ortiz> :'],
  [
    'transcript',
    ': LANE: We will not raise fares.\n\n: ORTIZ: Who pays?\n\n*Ana Lane* and *Bo Ortiz* met.',
    '0 direct Ana Lane <LANE> :',
    '1 direct Bo Ortiz <ORTIZ> :',
  ],
  [
    'an interview',
    ': Q: Who pays for the quay?\n\n: LANE: The town will.\n\n*Ana Lane* met the paper.',
    '0 scare ? <Q> :',
    '1 direct Ana Lane <LANE> :',
  ],
  ['block quote', '*Lane* wrote:\n\n> We will not raise fares.', '0 direct Lane <Lane> wrote'],
  [
    'label inside',
    '*Ana Lane* met *Bo Ortiz*.\n\n“LANE: We will not raise fares.\n\n“ORTIZ: Who pays?”',
    '0 direct Ana Lane <LANE> :',
    '1 direct Bo Ortiz <ORTIZ> :',
  ],
  [
    'official',
    'A port official said it was “important to wait.” “Both towns are keen,” the official added.',
    '0 mixed ? <A port official, description> said',
    '1 direct ? <the official, description> added',
  ],
  [
    'role resolves',
    '*Ana Lane*, the harbour master, met the press. “The quay is closed,” the harbour master said.',
    '0 direct Ana Lane <the harbour master, description> said',
  ],
  [
    'exclaim',
    '“Perpetual motion!” Rep. *Glenn Holt*, R-Pa., said of the fair.',
    '0 direct Glenn Holt <Glenn Holt> said',
  ],
  ['question, name', '“Why wait?” *Lane* said. The room was silent.', '0 direct Lane <Lane> said'],
  [
    'ends with stop, next sentence has said',
    '“The quay is closed.” *Lane* said that she would resign.',
    '0 direct -',
  ],
  [
    'other outlet nested',
    '“The +Courier+ wrote ‘all is well’ and it was not,” *Lane* said.',
    '0 direct Lane <Lane> said',
  ],
  [
    '75 percent said yes',
    'Asked whether *Lane* “has done enough,” 75 percent of residents said yes.',
    '0 scare -',
  ],
  [
    'imagined by the speaker himself',
    '“If they say ‘no,’ we will wait,” *Lane* said.',
    '0 direct Lane <Lane> said',
  ],
  [
    'surname far from the relative',
    '*Ana Lane* spoke. *Lane* left. *Lane* sat.\n\nHer brother *Carl Lane* slept at home.\n\nThe quay was closed.\n\n“It is rotten,” *Lane* said.',
    '0 direct Ana Lane <Lane> said',
  ],
  [
    'in her view',
    '“This is a failure all the way from the dock to the town hall” and back, in *Lane*’s view.',
    '0 mixed Lane <Lane> in Lane’s view',
  ],
  [
    'a place in which somebody tells something',
    '*Lane* was ready to joke about the crane in ~Holt~, telling the crowd, “Some people get a little carried away.”',
    '0 direct Lane <Lane> telling',
  ],
  [
    'made the point',
    '*Bo Ortiz* made the point that the crane would be “a third winter of waste” for all.',
    '0 mixed Bo Ortiz <Bo Ortiz> made the point',
  ],
  [
    'is reported to have called',
    '*Ana Lane* is reported to have called the guards “free riders” at the table.',
    '0 mixed Ana Lane <Ana Lane> called',
  ],
  [
    'was the answer of',
    '“The tide will do the rest,” was *Lane*’s blunt answer.',
    '0 direct Lane <Lane> was Lane’s blunt answer',
  ],
  [
    'his message was',
    '*Lane*’s message to the union was “get out of the way.”',
    '0 mixed Lane <Lane> message to the union was',
  ],
  [
    'whose statement was judged',
    'The checkers found that *Lane*’s statement was “false.”',
    '0 mixed ? <The checkers, description> found',
  ],
  [
    'a sentence alone behind one that reports speech',
    '*Lane* said the quay was rotten. “We will close it in the spring.”',
    '0 direct Lane <Lane>',
  ],
  [
    'a paragraph alone behind one that ends in reported speech',
    '*Ana Lane* opened the session. The quay would be closed, *Lane* said.\n\n“We will not wait for another storm.”',
    '0 direct Ana Lane <Lane>',
  ],
  [
    'nobody, where two report',
    '*Lane* said that *Bo Ortiz* said the quay was rotten. “We will close it in the spring.”',
    '0 direct -',
  ],
  [
    'nobody, where the words before are denied',
    '*Lane* did not say the quay was rotten. “We will close it in the spring.”',
    '0 direct -',
  ],
  [
    'nobody, where the sentence says more than the marks',
    '*Lane* said the quay was rotten.\n\nOn the door hangs a note: “We will close it in the spring.”',
    '0 scare -',
  ],
  [
    'signed below',
    '*Bo Ortiz* agreed, he said.\n\n“The harbour has always been ours.”\n\n— *Ana Lane*, mayor',
    '0 direct Ana Lane <Ana Lane> —',
  ],
  [
    'a list below signs nothing',
    '“The harbour has always been ours.”\n\n- *Ana Lane*\n\n- *Bo Ortiz*',
    '0 direct -',
  ],
  ['speaker two paragraphs back is nobody', '*Lane* closed the quay.\n\n“It was rotten.”', '0 direct -'],
  [
    'another speaks between',
    '“We will wait,” *Lane* said.\n\n“We will not,” *Ortiz* said.\n\n“Never.”',
    '0 direct Lane <Lane> said',
    '1 direct Ortiz <Ortiz> said',
    '1 direct Ortiz <Ortiz>',
  ],
  [
    'narrator between',
    '“We will wait,” *Lane* said. She shut the door. “We always wait,” she said.',
    '0 direct Lane <Lane> said',
    '1 direct Lane <she, pronoun> said',
  ],
  [
    'he after her',
    '“We will wait,” *Ana Lane* said.\n\n*Peter Holm* disagreed. “We will not,” he said.',
    '0 direct Ana Lane <Ana Lane> said',
    '1 direct Peter Holm <he, pronoun> said',
  ],
  [
    'mother',
    '*Peter Holm* grew up here. His mother still tells visitors what she always said: “Mind the step.”',
    '0 direct ? <she, pronoun> said',
  ],
  [
    'official after he',
    'A harbour official met *Peter Holm*. “Mind the step,” he said.',
    '0 direct ? <he, pronoun> said',
  ],
  [
    'the word of an outlet',
    '*Lane* told the +Courier+ that the quay was “rotten,” the +Courier+ reported.',
    '0 mixed Courier <Courier> reported',
  ],
  [
    'arabic',
    '*Mohammed al-Sabri*, the interior minister, denied it. “There is no list,” *al-Sabri* said.',
    '0 direct Mohammed al-Sabri <al-Sabri> said',
  ],
  [
    'Jr.',
    '“There is no list,” said *Carl Lane Jr.*, the harbour director. “There never was.”',
    '0 direct Carl Lane Jr. <Carl Lane Jr.> said',
    '0 direct Carl Lane Jr. <Carl Lane Jr.>',
  ],
  ['object of the cue', '“There is no list,” *Lane* told *Ortiz*.', '0 direct Lane <Lane> told'],
  ['she said of him', '“He knows every rope,” *Lane* said of *Ortiz*.', '0 direct Lane <Lane> said'],
  [
    'after meeting somebody',
    '“There is no list,” *Lane* said after meeting *Ortiz* and *Holm* in ~Holt~.',
    '0 direct Lane <Lane> said',
  ],
  [
    'added sentence opens with cue',
    '“There is no list,” *Lane* said. Added *Ortiz*: “There never was.”',
    '0 direct Lane <Lane> said',
    '1 direct Ortiz <Ortiz> Added',
  ],
  ['verb unknown but plain', '“There is no list,” *Lane* sighed.', '0 direct Lane <Lane> sighed'],
  ['they', '*Lane* and *Ortiz* met. “There is no list,” they said.', '0 direct ? <they, pronoun> said'],
  [
    'program after said',
    '“There is no list,” *Lane* said on +Radio Holt+’s “Face the Day.”',
    '0 direct Lane <Lane> said',
    '1 scare -',
  ],
  [
    'label after a preposition',
    'The island held a vote on “Safe Quays” on Monday, *Lane* said.',
    '0 scare -',
  ],
  ['single word judged', '*Lane* called the plan “reckless.”', '0 mixed Lane <Lane> called'],
  ['one word, copula', '*Lane* said the plan was “reckless.”', '0 mixed Lane <Lane> said'],
  [
    'coordinated speech with but',
    '*Lane* said the plan was “reckless,” but *Ortiz* called it “brave.”',
    '0 mixed Lane <Lane> said',
    '1 mixed Ortiz <Ortiz> called',
  ],
  [
    'while',
    '*Lane* said the plan was “reckless,” while *Ortiz* said it was “brave.”',
    '0 mixed Lane <Lane> said',
    '1 mixed Ortiz <Ortiz> said',
  ],
  ['unbalanced', '“There is no list, *Lane* said.', '0 direct -'],
  ['noun cue', '*Ortiz* mocked *Lane*’s claim that the quay was “rotten.”', '0 mixed Lane <Lane> claim'],
  [
    'question of the court',
    '“Is there a list?” the judge asked *Lane*.',
    '0 direct ? <the judge, description> asked',
  ],
  ['a question, told', '“Are we to wait?” *Lane* told reporters.', '0 direct Lane <Lane> told'],
  [
    'a question, asked of somebody',
    '“Are we to wait?” *Lane* asked Liberal deputies.',
    '0 direct Lane <Lane> asked',
  ],
  [
    'a colon and a whole sentence',
    'Later *Lane* went even further: “We will close the quay for good.”',
    '0 direct Lane <Lane> :',
  ],
  ['a colon and a label', '*Lane* keeps a box on the quay: “Harbour Rum”', '0 scare -'],
  ['pounding', '*Lane* has been pounding *Ortiz* as a “paper admiral”.', '0 mixed Lane <Lane> pounding'],
  ['a shout, told, when', '“We shall wait!” *Lane* told the crowd on Friday.', '0 direct Lane <Lane> told'],
  ['a question, told something else', '“Are we to wait?” *Lane* told reporters he would not.', '0 direct -'],
  ['a rank and a surname', '“We wait,” said Captain Moss.', '0 direct ? <Moss> said'],
  ['an office and a surname', '“We wait,” Defense Secretary Moss added.', '0 direct ? <Moss> added'],
  ['a party, an office and a surname', '“We wait,” said Harbour Rep. Moss.', '0 direct ? <Moss> said'],
  [
    'a word with a name in it',
    '“We wait for the ferry,” says ~Holt~-based Liberal strategist *Anna Moss*.',
    '0 direct Anna Moss <Anna Moss> says',
  ],
  [
    'a title makes a lake a woman',
    'The guides ~Celia Lake~ and *Bo Dunn* met. “We wait,” said Ms. ~Lake~.',
    '0 direct Celia Lake <Lake> said',
  ],
  [
    'split by who she is',
    '“If it rains,” said *Ana Lane*, the mayor of ~Holt~, “we will wait.”',
    '0 direct Ana Lane <Ana Lane> said',
    '0 direct Ana Lane <Ana Lane> said',
  ],
  [
    'split by what he did',
    '“If it rains,” said *Bo Ortiz*, who lost his house to the flood, “we will wait.”',
    '0 direct Bo Ortiz <Bo Ortiz> said',
    '0 direct Bo Ortiz <Bo Ortiz> said',
  ],
  [
    'a title behind a comma is another matter',
    '“If it rains, we wait,” said *Ana Lane*, the mayor of a “dry town.”',
    '0 direct Ana Lane <Ana Lane> said',
    '1 scare -',
  ],
  ['a name that is a preposition', '“It is high tide,” said Per Holm.', '0 direct ? <Per Holm> said'],
  ['a name that is an adverb', '“It is high tide,” said Long.', '0 direct ? <Long> said'],
  ['a surname that is a role', 'Bishop said: “We wait for the ferry.”', '0 direct ? <Bishop> said'],
  ['a full name that ends in a role', '“We wait,” said Rob Bishop.', '0 direct ? <Rob Bishop> said'],
  [
    'a role without a name',
    '“We wait,” said Deputy Director.',
    '0 direct ? <Deputy Director, description> said',
  ],
  [
    'a surname that is a lake',
    '“We wait,” said ~Celia Lake~, a guide.',
    '0 direct Celia Lake <Celia Lake> said',
  ],
  [
    'of a place, and what she is',
    'Harbour Liberal Anna Moss of ~Holt~, a deputy, said today, “We wait for the ferry.”',
    '0 direct ? <Harbour Liberal Anna Moss> said',
  ],
  [
    'told behind: so said',
    '“The quay is rotten all through.” So said Mayor *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane>',
  ],
  ['told behind: thus', '“The quay is rotten all through.” Thus *Ana Lane*.', '0 direct Ana Lane <Ana Lane>'],
  [
    'told behind: that is what',
    '“The quay is rotten all through.” That’s what *Ana Lane* told the council.',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'told behind: those were the words',
    '“The quay is rotten all through.” Those were *Ana Lane*’s words.',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'told behind: the words belong',
    '“The quay is rotten all through.” The words belong to *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'told behind, but of something else',
    '“The quay is rotten all through.” That is what *Ana Lane* wanted.',
    '0 direct -',
  ],
  [
    'told behind, and denied',
    '“The quay is rotten all through.” Those were not *Ana Lane*’s words.',
    '0 direct -',
  ],
  [
    'a reaction, then the words',
    '*Ana Lane* was not impressed. “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'a reaction, then the words in the next paragraph',
    'The row went on.\n\n*Ana Lane* disagreed.\n\n“The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'a question that the words answer',
    '*Ana Lane*’s answer? “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane>',
  ],
  ['a reaction of two', '*Ana Lane* met *Bo Holt*. “The quay is rotten all through.”', '0 direct -'],
  [
    'a reaction, then words about whoever reacts',
    '*Ana Lane* resigned. “She was a good mayor to us.”',
    '0 direct -',
  ],
  ['after who was criticised', '*Ana Lane* was praised. “The quay is rotten all through.”', '0 direct -'],
  [
    'from somebody before a colon',
    'The line of the week came from *Ana Lane*: “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane> :',
  ],
  [
    'a letter from somebody to another',
    '*Bo Holt* had a letter from *Ana Lane*: “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane> :',
  ],
  [
    'here is',
    'Here is *Ana Lane* on Tuesday: “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane> :',
  ],
  ['to quote', 'To quote *Ana Lane*: “The quay is rotten all through.”', '0 direct Ana Lane <Ana Lane> :'],
  ['per', '“The quay is rotten all through,” per *Ana Lane*.', '0 direct Ana Lane <Ana Lane> per'],
  [
    'a statement by somebody',
    'A statement by *Ana Lane* read: “The quay is rotten all through.”',
    '0 direct Ana Lane <A statement by Ana Lane, description> read',
  ],
  [
    'according to a tweet',
    '“The quay is rotten all through,” according to a tweet by *Ana Lane*.',
    '0 direct Ana Lane <a tweet by Ana Lane, description> according to',
  ],
  [
    'in a statement',
    '“The quay is rotten all through,” *Ana Lane* in a statement.',
    '0 direct Ana Lane <Ana Lane> Ana Lane',
  ],
  [
    'released in a statement',
    '“The quay is rotten all through,” *Ana Lane* released in a statement.',
    '0 direct Ana Lane <Ana Lane> released',
  ],
  ['in parentheses', '“The quay is rotten all through.” (*Ana Lane*)', '0 direct Ana Lane <Ana Lane> ('],
  [
    'signed on a day',
    '“The quay is rotten all through.” — *Ana Lane* on Tuesday',
    '0 direct Ana Lane <Ana Lane> —',
  ],
  ['before a dash', '*Ana Lane* — “The quay is rotten all through.”', '0 direct Ana Lane <Ana Lane> —'],
  [
    'came the reply',
    '“The quay is rotten all through,” came *Ana Lane*’s reply.',
    '0 direct Ana Lane <Ana Lane> came Ana Lane’s reply',
  ],
  [
    'came the answer from',
    '“The quay is rotten all through.” came the answer from *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane> came the answer',
  ],
  [
    'is what somebody told',
    '“The quay is rotten all through,” is what *Ana Lane* told the council.',
    '0 direct Ana Lane <Ana Lane> told',
  ],
  [
    'moved to say',
    'That prompted *Ana Lane* to say: “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane> say',
  ],
  [
    'took to somewhere to say',
    '*Ana Lane* took to +Facebook+ to say: “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane> say',
  ],
  [
    'the words of',
    'The words of *Ana Lane*, “The quay is rotten all through,” were heard by all.',
    '0 direct Ana Lane <Ana Lane> words of',
  ],
  [
    'whose words',
    '*Ana Lane*’s words, “The quay is rotten all through,” were heard by all.',
    '0 direct Ana Lane <Ana Lane> words',
  ],
  [
    'whose words they were',
    '*Ana Lane*’s words were “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane> words were',
  ],
  ['echoed', '*Ana Lane* echoed: “The quay is rotten all through.”', '0 direct Ana Lane <Ana Lane> echoed'],
  [
    'whoever serves somebody with a title',
    '“The quay is rotten all through,” a spokesman for House Speaker *Ana Lane* said.',
    '0 direct ? <a spokesman for House Speaker Ana Lane, description> said',
  ],
  [
    'a role that only somebody who is quoted names',
    '“President *Ana Lane* may close the quay,” the president said.',
    '0 direct ? <the president, description> said',
  ],
  [
    'told in the next paragraph',
    '“The quay is rotten all through.”\n\nSo said *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'told behind: according to',
    '“The quay is rotten all through.” That is according to *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'told behind: or so',
    '“The quay is rotten all through.” Or so says *Ana Lane*.',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'one of them',
    'Not all agree. One of them is Mayor *Ana Lane*. “The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'a question and who answers it',
    '“Will the old quay be closed for good?” The answer came from *Ana Lane*.',
    '0 direct -',
  ],
  [
    'told behind, of an answer that goes on',
    '“The quay is rotten all through.” The answer from *Ana Lane*, the mayor, was no.',
    '0 direct -',
  ],
  [
    'a lead-in without a verb of speech',
    '*Ana Lane* was scathing:\n\n> The quay is rotten all through.',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'a lead-in from somebody',
    'The statement from *Ana Lane*:\n\n“The quay is rotten all through.”',
    '0 direct Ana Lane <Ana Lane>',
  ],
  [
    'to reporters',
    '“The quay is rotten all through,” *Ana Lane* to reporters.',
    '0 direct Ana Lane <Ana Lane> Ana Lane',
  ],
  [
    'signed by',
    'A letter signed by *Ana Lane* says: “The quay is rotten all through.”',
    '0 direct Ana Lane <A letter signed by Ana Lane, description> says',
  ],
];

describe('who says what', () => {
  for (const [name, marked, ...expected] of cases) {
    it(name, () => {
      assert.deepEqual(drawQuotations(spoken(marked)), expected);
    });
  }

  it('gives spans of the text, whatever the text', () => {
    const word = fc.constantFrom(
      'said',
      'told',
      'according',
      'to',
      'he',
      'She',
      'who',
      'the',
      'official',
      ',',
      '.',
      ':',
      '—',
      '“',
      '”',
      '“Yes.”',
      '“no”',
      '*Ana Lane*',
      '*Lane*',
      '+Harbor Trust+',
      'called',
      'was',
      'and',
      'that',
      'words',
      'in',
      'his',
      '(',
      ')',
      '\n\n',
      'saying',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), words => {
        const { text, quotations, utterances, entities } = spoken(words.join(' ').replace(/ \n\n /g, '\n\n'));
        assert.deepEqual(
          utterances.flatMap(it => it.quotations),
          quotations.map((_, index) => index),
        );
        for (const { utterance, speaker, cue } of quotations) {
          assert.ok(utterances[utterance]);
          for (const span of [speaker, cue]) {
            assert.ok(!span || (0 <= span.start && span.start < span.end && span.end <= text.length));
          }
          assert.ok(speaker?.entity === undefined || entities[speaker.entity]?.name === speaker.name);
        }
      }),
    );
  });

  it('reads a long text in time that grows with its length', () => {
    const paragraph =
      '“We will wait,” *Ana Lane*, who runs the quay, the sheds, said. He added that it was “fine” , and';
    const time = (count: number): number => {
      const text = Array.from({ length: count }, () => paragraph).join(' ');
      return timeOf(() => spoken(text));
    };
    time(200);
    assertGrowth(
      40,
      { little: () => time(400), much: () => time(3200), least: 1 },
      '400 and 3,200 paragraphs',
    );
  });

  it('gives an utterance the speaker that is resolved', () => {
    const { utterances, entities } = spoken('*Ana Lane* stood up. “We wait,” she said. “We always wait.”');
    assert.equal(utterances.length, 1);
    assert.deepEqual(utterances[0]?.quotations, [0, 1]);
    assert.equal(entities[utterances[0]?.speaker?.entity ?? -1]?.name, 'Ana Lane');
  });
});
