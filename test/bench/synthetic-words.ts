import { Random, Zipf } from './random.ts';

/** Words of one kind, the most used first, with a long tail of rare ones. */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #ranks: Zipf;

  constructor(common: string, rare: readonly string[] = []) {
    this.#words = [...common.trim().split(/\s+/), ...rare];
    this.#ranks = new Zipf(this.#words.length);
  }

  draw(random: Random): string {
    return this.#words[this.#ranks.draw(random)] ?? '';
  }
}

const syllables =
  'bar ber bran cal car cor dal den dor el fan fer gal gar hal har ister jor kan kel lan lin lor mar mel mor nal nor ol pal per quin ral ran ren sal sel sor tal tan ter tor ul val ven vor wal wen yar zan'.split(
    ' ',
  );

/** Words that no dictionary has, as rare words and names are to a program; all different. */
export function inventWords(seed: number, count: number, endings: readonly string[]): readonly string[] {
  const random = new Random(seed);
  const words = new Set<string>();
  while (words.size < count) {
    const length = random.chance(0.2) ? 1 : 2;
    let word = '';
    for (let index = 0; index < length; index++) {
      word += random.pick(syllables);
    }
    words.add(word + random.pick(endings));
  }
  return [...words];
}

const determiners = new Vocabulary(
  'the the the the the a the its his their this the an a the some many those every no several our',
);

export const prepositions = new Vocabulary(
  'of in to for on with at by from after about over against between under before during near without across',
);

export const conjunctions = new Vocabulary('and but as while because although when if so');

/** The article or pronoun, fit for the word after it. */
export function determined(random: Random, next: string): string {
  const word = determiners.draw(random);
  const vowel = /^[aeiou]/.test(next);
  return `${word === 'a' || word === 'an' ? (vowel ? 'an' : 'a') : word} ${next}`;
}

/** More than one. */
export function plural(noun: string): string {
  return /(?:s|ch|sh)$/.test(noun) ? noun : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

export const nouns = new Vocabulary(
  `year government people percent president state country city time week police company party minister group court
  law case day school election vote plan report money court deal house work official world home tax office market
  bank policy member family budget leader program month service team trial power war power health water price
  decision campaign question meeting support problem attack right system law study statement issue job number
  student worker street area business investigation judge statement committee council change part way history
  project border safety community action security hospital building road area charge response evidence agency
  economy industry program season interest effort agreement farmer bridge debate speech majority opposition
  candidate coalition reform crisis dispute protest strike union contract wage pension loan debt fund grant
  shareholder profit loss growth inflation export import tariff trade factory plant mine harvest drought flood
  storm fire rescue shelter camp refugee visa passport embassy treaty summit envoy ceasefire soldier weapon
  prosecutor lawyer witness verdict sentence appeal prison suspect crime fraud theft murder victim officer
  patrol raid arrest warrant ballot district senate chamber bill amendment veto clause ruling charter board
  chairman director manager engineer doctor nurse patient clinic vaccine virus disease drug trial treatment
  teacher university research scientist climate forest river dam reservoir pipeline railway station airport
  flight passenger driver vehicle tunnel harbour port ferry fleet vessel coast island village neighbour tenant
  landlord mortgage rent apartment museum theatre film festival album novel author editor newspaper broadcaster
  reporter interview photograph camera phone network platform software data privacy regulator fine penalty
  audit auditor deficit surplus subsidy donor charity volunteer church priest mosque mayor governor senator
  spokesman ambassador adviser analyst economist critic supporter rival ally partner founder investor customer`,
  inventWords(11, 4000, ['ment', 'tion', 'ness', 'ity', 'er', 'ism', 'age', 'ship']),
);

export const adjectives = new Vocabulary(
  `new last first other local public many national federal former political foreign high early major late military
  economic social final legal senior strong likely possible recent long young small large old serious clear
  private international current free open key top medical financial criminal difficult important central
  northern southern eastern western rural urban independent official conservative liberal democratic
  controversial temporary permanent emergency annual monthly quiet angry cautious modest sharp steady fragile
  costly broken narrow broad ancient modern distant nearby damaged empty crowded reluctant eager stubborn`,
  inventWords(12, 1500, ['al', 'ous', 'ive', 'ic', 'able', 'ian']),
);

export const adverbs = new Vocabulary(
  'also now still already later again only even never often always quickly slowly finally recently publicly quietly repeatedly briefly sharply',
);

/** Past tense, as news tells. */
export const verbs = new Vocabulary(
  `had made took called met won lost left held found asked began voted agreed reported rejected announced approved
  faced paid opened closed signed passed led raised cut sent received filed built ordered denied accused backed
  blocked delayed promised warned urged pressed defended supported opposed dropped reached visited joined ended
  replaced published reviewed released confirmed expected planned failed refused offered demanded launched
  suspended expanded reduced arrested charged sentenced appealed rescued evacuated repaired damaged destroyed
  flooded ignored welcomed criticised praised hired dismissed elected appointed moved returned crossed settled`,
  inventWords(13, 1200, ['ed', 'ated', 'ised']),
);

/** Base form, as people speak. */
export const actions = new Vocabulary(
  `make take see get give find keep let tell pay work build change support help need protect fight close open vote
  leave win lose wait talk listen explain accept reject sign pass raise cut share hide fix move stop start finish
  answer promise deliver negotiate compromise resign apologise investigate repair rebuild defend trust follow`,
  inventWords(14, 400, ['ate', 'ise', 'ify']),
);
