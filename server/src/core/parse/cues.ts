import { WordTable } from '../text/word-table.ts';
import { groups, indefinites, roles, sayings, times, titles, works } from './cue-nouns.ts';

/**
 * The words by which news copy says that somebody spoke, and the small words around them. One look-up per word gives a set of
 * classes; a word that is in no list is 0.
 */

/** A verb that reports words: `said`, `told`, `wrote`. */
export const SAY = 1;
/** A verb that takes quoted words as a name or judgement: `called it “…”`, `spoke of “…”`. */
export const JUDGE = 1 << 1;
/** Speech only beside the marks: `“…,” he laughed`, `the sign read “…”`. */
export const WEAK = 1 << 2;
/** `saying`: its subject is that of the clause before. */
export const GERUND = 1 << 3;
/** `say`, `call`: speech after a plural, a pronoun, `to` or a modal, but often a noun. */
export const BASE = 1 << 4;
/** `claims`, `notes`, `report`: as often a noun. */
export const NOUNLIKE = 1 << 5;
/** `called`, `titled`, `dubbed` directly before the marks give a name to a thing, not words to a person. */
export const NAMING = 1 << 6;
/** `he`, `they`, `I` */
export const PRONOUN = 1 << 7;
/** `the`, `his`, `three`: opens a noun phrase. */
export const DETERMINER = 1 << 8;
/** Stands between a subject and its verb: `also`, `later`, `repeatedly`. */
export const ADVERB = 1 << 9;
/** `has`, `did`, `was` */
export const AUXILIARY = 1 << 10;
/** A form of *be*: passive before a participle. */
export const BE = 1 << 11;
/** `would`, `might`, `will`: what is said so has not been said. */
export const MODAL = 1 << 12;
/** `not`, `never`, `declined` */
export const NEGATION = 1 << 13;
/** `of`, `for`, `during` */
export const PREPOSITION = 1 << 14;
/** `and`, `but`, `while`, `as`, `if`: begins a clause. */
export const CONJUNCTION = 1 << 15;
/** `who`, `which`, `that` */
export const RELATIVE = 1 << 16;
/** `Monday`, `yesterday`, `week`: an adverbial beside the cue. */
export const TIME = 1 << 17;
/** A form of address: `Mr.`, `Sen.` */
export const TITLE = 1 << 18;
/** What people are: `spokesman`, `minister`. */
export const ROLE = 1 << 19;
/** Something said: `statement`, `tweet`, `reply`. */
export const SPEECH = 1 << 20;
/** A work with a title: `show`, `book`, `song`. */
export const WORK = 1 << 21;
/** A past form: distinguishes `called` (may be a participle) from `calls`. */
export const PAST = 1 << 22;
/** `everyone`, `others`, `officials`: speaks without a determiner. */
export const INDEFINITE = 1 << 23;
/** What a name in front turns into another speaker: the Ortiz `campaign`, Lane's `lawyers`. */
export const GROUP = 1 << 24;
/** Opens a clause of circumstance: `as`, `while`, `after`. */
export const ADJUNCT = 1 << 25;

/** Begins or ends a set phrase of speech: `according`, `words`, `claim`, `put`. */
export const PHRASE = 1 << 26;

/** Any class that can be the cue of a quotation. */
export const CUE = SAY | JUDGE | WEAK;

/** By the form in a list; with a capital, a word is what it is without as well. */
const classes = new Map<string, number>();

function add(words: string, flags: number): void {
  for (const word of words.split(/\s+/)) {
    if (word !== '') {
      classes.set(word, (classes.get(word) ?? 0) | flags);
    }
  }
}

/** Regular verbs by their base form; a `+` doubles the last letter: `quip+` gives `quipped`. */
function addVerbs(verbs: string, flags: number, nounlike = 0): void {
  for (const entry of verbs.trim().split(/\s+/)) {
    const verb = entry.replace('+', '');
    const stem = entry.endsWith('+') ? verb + verb.slice(-1) : verb.replace(/e$/, '');
    const third = /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : /(?:s|sh|ch|x)$/.test(verb)
        ? `${verb}es`
        : `${verb}s`;
    const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
    addForms(verb, third, past, `${stem}ing`, flags, nounlike);
  }
}

function addForms(
  base: string,
  third: string,
  past: string,
  gerund: string,
  flags: number,
  nounlike: number,
): void {
  add(base, flags | BASE | nounlike);
  add(third, flags | nounlike);
  add(past, flags | PAST);
  add(gerund, flags | GERUND);
}

addForms('say', 'says', 'said', 'saying', SAY, 0);
addForms('tell', 'tells', 'told', 'telling', SAY, 0);
addForms('write', 'writes', 'wrote', 'writing', SAY, 0);
addForms('put', 'puts', 'put', 'putting', 0, 0);
addForms('begin', 'begins', 'began', 'beginning', WEAK, 0);
addForms('think', 'thinks', 'thought', 'thinking', WEAK, 0);
addForms('sing', 'sings', 'sang', 'singing', WEAK, 0);
add('read reads', WEAK | PAST);
add('reading', WEAK | GERUND);
add('messaged', WEAK | PAST);
addForms('find', 'finds', 'found', 'finding', WEAK, 0);
addForms('feel', 'feels', 'felt', 'feeling', WEAK, 0);
addForms('know', 'knows', 'knew', 'knowing', 0, 0);
addForms('hold', 'holds', 'held', 'holding', 0, 0);
addForms('speak', 'speaks', 'spoke', 'speaking', JUDGE, 0);
addForms('see', 'sees', 'saw', 'seeing', 0, 0);
add('volunteered', SAY | PAST);
add('reckon', SAY | BASE);
add('reckons', SAY);
add('reckoned', SAY | PAST);
addForms('swear', 'swears', 'swore', 'swearing', SAY, 0);
addForms('foretell', 'foretells', 'foretold', 'foretelling', SAY, 0);
addForms('retort', 'retorts', 'retorted', 'retorting', SAY, NOUNLIKE);
addForms('tweet', 'tweets', 'tweeted', 'tweeting', SAY, NOUNLIKE);
addVerbs(
  `add ask respond insist warn explain argue conclude declare announce acknowledge admit+ recall observe suggest emphasize
  emphasise vow predict quip+ exclaim testify concede complain confirm deny allege boast brag+ muse maintain contend assert proclaim
  reiterate opine interject lament advise continue assure urge remind pronounce murmur mutter bellow bark chide scold stipulate
  recount confide theorize speculate reveal disclose clarify profess inform intone exhort implore plead concur+ apologize
  apologise enthuse demur+ rejoin posit elaborate summarize caution instruct enumerate`,
  SAY,
);
addVerbs(
  `note claim state report comment answer reply promise pledge demand question charge post repeat retweet order decree signal remark
  stress joke shout yell chant cry whisper scream counter deadpan`,
  SAY,
  NOUNLIKE,
);
addVerbs(
  `describe denounce condemn criticize criticise accuse compare liken characterize characterise portray laud hail applaud deride
  decry depict dismiss refer+ commend ridicule berate lambast lambaste defend deem cite invoke disparage bash assail castigate
  excoriate admire bemoan advocate paraphrase chastise skewer vilify demonize demonise disavow pound mischaracterize`,
  JUDGE,
);
addVerbs('rebuke paint', JUDGE, NOUNLIKE);
addVerbs(
  `praise mock blast slam+ attack brand talk quote mention credit blame fault term call trash taunt reference thank welcome rip+ pan+`,
  JUDGE,
  NOUNLIKE,
);
addVerbs('rate', JUDGE, NOUNLIKE);
add('since', ADVERB);
addVerbs('dub+ nickname title entitle label christen', NAMING);
add('named', NAMING);
add('calls called call', NAMING);
addVerbs(
  `fume gush croon sneer roar gasp marvel believe anticipate expect agree decide propose conclude finish retaliate gloat blare scoff chuckle
  smirk vent snort seethe hiss echo groan moan sob+ weep rave interrupt chime recite pray preach introduce correct understand highlight
  teach imply underscore specify editorialize editorialise bray gripe grumble mumble stammer rebut+ surmise enquire inquire reassure splutter
  stutter inveigh rhapsodise rhapsodize`,
  WEAK,
);
addVerbs(
  `laugh smile nod+ shrug+ sigh grin+ snap+ growl beam wonder hope fear worry rule reason crow rage rail tease fire sign text email voice lecture rasp drawl wail
  shriek squeal croak cackle giggle whine snarl holler wisecrack rant riposte
  blog+ broadcast toast object venture challenge guess drawl purr express estimate figure boom plan open start thunder`,
  WEAK,
  NOUNLIKE,
);
addForms('shoot', 'shoots', 'shot', 'shooting', WEAK, NOUNLIKE);

add('he she it they we i you', PRONOUN);
add(
  `the a an this that these those his her its their our my your some many several one two three four five six
  another other any each both every most few no all either neither`,
  DETERMINER,
);
add(
  `also later then once often again recently repeatedly reportedly still now already only just even simply famously previously
  earlier always never soon thus therefore however meanwhile first finally even further instead ever eventually afterward afterwards
  initially today tonight yesterday tomorrow himself herself themselves itself likewise separately too has
  outright both jointly all quickly briefly long rather merely nonetheless nevertheless moreover additionally elsewhere indeed perhaps maybe so`,
  ADVERB,
);
add('has have had does do did having', AUXILIARY);
add('is are was were be been being am', AUXILIARY | BE);
add('would could might may can should must will shall', MODAL);
add(
  `not never n't didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't cannot can't isn't wasn't refused declined`,
  NEGATION,
);
add(`didn’t doesn’t don’t hasn’t haven’t hadn’t won’t wouldn’t couldn’t can’t isn’t wasn’t`, NEGATION);
add(
  `of in on at for from by with to into about against over under after before during since until through throughout
  between among amid despite without within toward towards near around outside inside across behind beyond upon per via
  alongside like unlike regarding concerning following including`,
  PREPOSITION,
);
add(
  'and but or nor yet while although though as if when because whereas unless whether so than once where why how',
  CONJUNCTION,
);
add('who which whom whose that', RELATIVE);
add(groups, GROUP);
add('as while when after before where amid during since until', ADJUNCT);
add(times, TIME);
add(titles, TITLE);
add('Ch Capt Lt Maj Col DCI', TITLE);
add(roles, ROLE);
add(sayings, SPEECH);
add(works, WORK);
add('CEO CFO COO MP MEP', ROLE);
for (const parent of ['mother', 'father', 'mum', 'dad', 'grandmother', 'grandfather']) {
  add(`${parent}-of-one ${parent}-of-two ${parent}-of-three ${parent}-of-four ${parent}-of-five`, ROLE);
}
add(indefinites, INDEFINITE);

add(
  `according words word phrase term slogan expression line claim claims statement assertion remark remarks comment comments suggestion promise warning
  argument contention allegation vow pledge description assessment admission insistence declaration prediction reference
  view opinion telling estimation making
  per had has sees saw views viewed regards regarded considers considered sums summed label labels labelled labeled attributed put puts came comes made makes went goes pointed points pointing weighed chimed singled hit hits chipped chips butted piped pipes have thinks thought believes believed feels felt fears feared hopes hoped wants wanted judges judged
  deems deemed`,
  PHRASE,
);

const table = new WordTable(classes);

/** The classes of a word as it is printed, or of the one between two offsets; 0 for a word that plays no part. */
export function classesOf(text: string, start = 0, end = text.length): number {
  const first = text.charCodeAt(start);
  const isCapital = first >= 0x41 && first <= 0x5a;
  const known = table.at(text, start, end) | (isCapital ? table.at(text, start, end, first | 0x20) : 0);
  if (known !== 0) {
    return known;
  }
  const isAdverb = end - start > 4 && text.charCodeAt(end - 1) === 0x79 && text.charCodeAt(end - 2) === 0x6c;
  return isAdverb ? ADVERB : 0;
}
