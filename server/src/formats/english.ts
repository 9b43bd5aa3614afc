import { say } from '../core/text/say.ts';

/**
 * Why a text is no English source, if it is none: one that is mostly in another language or script. Generous, because
 * an English article that is dropped raises false alarms: only words that run through all prose of another language
 * count against a text, never names, numbers or the want of English words.
 */
export function languageProblem(text: string): string | undefined {
  if (window(text, 0) && window(text, text.length >> 1)) {
    return undefined;
  }
  const language = otherScript(text) ?? otherLanguage(text);
  return language === undefined ? undefined : say('not read: mostly in {0}; Stet reads English', language);
}

const windowSize = 1200;
const commonEnglish = /\b(?:the|of|and|that|said|with|for|was|his|they)\b/gi;

/** The quick answer for nearly all texts: common English words in one part in twelve, one word having six letters. */
function window(text: string, start: number): boolean {
  const part = text.slice(start, start + windowSize);
  let wanted = Math.ceil(Math.max(part.length, 200) / (12 * 6));
  commonEnglish.lastIndex = 0;
  while (wanted > 0 && commonEnglish.test(part)) {
    wanted--;
  }
  return wanted === 0;
}

/** Made, as all below, when they are first asked for: hardly a text needs more than the quick answer. */
const scripts = (): readonly (readonly [script: RegExp, name: () => string])[] => [
  [/\p{Script=Cyrillic}/gu, () => say('Cyrillic script')],
  [/\p{Script=Greek}/gu, () => say('Greek')],
  [/\p{Script=Arabic}/gu, () => say('Arabic script')],
  [/\p{Script=Hebrew}/gu, () => say('Hebrew')],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => say('Japanese')],
  [/\p{Script=Han}/gu, () => say('Chinese characters')],
  [/\p{Script=Hangul}/gu, () => say('Korean')],
  [/\p{Script=Thai}/gu, () => say('Thai')],
  [/\p{Script=Devanagari}/gu, () => say('Devanagari script')],
];
const sampleSize = 12_000;
const fewestLetters = 40;

/** The script that most letters are in, where it is not the Latin one. A Chinese character says more than a letter. */
function otherScript(text: string): string | undefined {
  const sample = text.slice(0, sampleSize);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const others = letters - latin;
  if (others < fewestLetters || others < latin) {
    return undefined;
  }
  const found = scripts().find(([script]) => (sample.match(script)?.length ?? 0) * 4 > others);
  return found === undefined ? say('another script') : found[1]();
}

const fewestWords = 30;

function otherLanguage(text: string): string | undefined {
  const words = text.slice(0, sampleSize).match(/\p{L}+/gu) ?? [];
  if (words.length < fewestWords) {
    return undefined;
  }
  const languages = (languagesOf ??= byWord());
  const counts = new Map<Language, number>();
  let english = 0;
  for (const word of words) {
    if (englishWords.has(word.toLowerCase())) {
      english++;
    }
    // Only as printed, in lower case: a capital makes it a name.
    for (const language of languages.get(word) ?? []) {
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const [language, most] = [...counts].reduce((best, it) => (it[1] > best[1] ? it : best), [() => '', 0]);
  return most >= 0.1 * words.length && most > 1.5 * english ? language() : undefined;
}

const englishWords: ReadonlySet<string> = new Set(
  (
    'the of and to that for with was is are were this from have has had by his her he she it its they their which ' +
    'would will not but we you who been said there what when about if more or after than into on at as'
  ).split(' '),
);

/** Words that count for no other language: parts of names, and short words that English has too. */
const tellsNothing: ReadonlySet<string> = new Set(
  (
    'de la las los del el y e da do dos das di du des le les van von der den dem ter ten te zu al bin ben ' +
    'a i o an go do so is no me may come men bet care met as us be op word kind'
  ).split(' '),
);

/** A language by its name. */
type Language = () => string;

/** Words that run through all prose of a language. */
const commonWords = (): readonly (readonly [language: Language, words: string])[] => [
  [
    () => say('Spanish'),
    'que en por con para una un se es como más pero su lo este esta fue ha han sus sobre entre cuando también hay ya porque desde muy sin',
  ],
  [
    () => say('French'),
    'et les des est dans une un pour que qui par sur pas au aux avec ce il elle sont ne se ont cette mais leur plus été ou nous vous',
  ],
  [
    () => say('German'),
    'und das ist nicht mit ein eine zu auf für den dem des sich auch es im als wird sind haben einen einer nach werden bei aus wir sie',
  ],
  [
    () => say('Italian'),
    'che è il per un una non con sono gli della del dei nel alla anche più come ma si le ha questo questa al dal hanno stato',
  ],
  [
    () => say('Portuguese'),
    'que em um uma para com não os as por mais na no se foi ao são mas também como pelo pela seu sua à está ele já ser',
  ],
  [
    () => say('Dutch'),
    'het een en van is niet met op te zijn dat voor aan ook als bij door maar naar uit wordt werd heeft dit zij nog wel om',
  ],
  [
    () => say('Afrikaans'),
    'het nie wat is en van vir op te dat met sy ook was aan hulle deur maar word hierdie sal kan',
  ],
  [
    () => say('Swedish'),
    'och att det som en på är av för med den till inte om har de ett var jag men från vi så kan när ska',
  ],
  [
    () => say('Danish'),
    'og at det en på er af for med den til ikke der har de et som var jeg men fra vi kan når blev også',
  ],
  [
    () => say('Norwegian'),
    'og det en på er av for med den til ikke som har de et var jeg men fra vi kan når ble også å',
  ],
  [
    () => say('Finnish'),
    'ja on ei että se oli mutta kun ovat myös hän joka sen niin kuin vain mukaan tai sekä jos nyt ole',
  ],
  [
    () => say('Polish'),
    'i w na z nie się do że jest to o jak po ale od za przez dla są tym oraz był co jego tego która',
  ],
  [
    () => say('Czech'),
    'a v se na je že s z do o i k ve by pro za si ale jako podle po které který jsou jeho už',
  ],
  [
    () => say('Slovak'),
    'a v sa na je že s z do o aj k vo by pre za si ale ako podľa po ktoré ktorý sú jeho už',
  ],
  [
    () => say('Croatian'),
    'i u je se na da za su od s koji a ne o to kao iz bi što ali koja nije će sve samo biti',
  ],
  [() => say('Slovenian'), 'in v je na da so za se pri z ki pa tudi kot od po s ni ne bo bi kar ali iz'],
  [
    () => say('Hungarian'),
    'az és hogy nem egy is volt ez meg csak de már még azt mint lehet pedig vagy után ki ha kell',
  ],
  [
    () => say('Romanian'),
    'și în că cu pe nu la este din care pentru mai ce fost sunt dar prin după către această acest lui fi',
  ],
  [
    () => say('Turkish'),
    've bir bu için ile çok da olarak daha olan gibi kadar sonra değil ama ne her olduğu var dedi göre',
  ],
  [
    () => say('Indonesian'),
    'yang dan di itu dengan untuk dari tidak ini dalam akan pada juga ke karena ada oleh kata mereka telah bahwa',
  ],
  [
    () => say('Vietnamese'),
    'và của là có được cho trong không với một những các này đã người khi đến từ để ông cũng',
  ],
  [
    () => say('Catalan'),
    'que i en per amb una un és els les no més ha com però al dels seva seu aquest aquesta també han',
  ],
  [
    () => say('Estonian'),
    'ja on ei et see oli ka kui aga mis ning oma ta kes veel siis seda tema pole selle',
  ],
  [() => say('Lithuanian'), 'ir kad yra į iš su tai buvo ne kaip bet po apie dėl jis už taip ar jau bus'],
  [() => say('Latvian'), 'un ir ka no ar par uz kas bet arī lai pēc kā tiek nav tika ja vai šo'],
  [() => say('Tagalog'), 'ang ng sa na mga ay ni si kay nang para hindi ito niya kung at siya din may'],
  [() => say('Swahili'), 'ya na wa kwa ni katika za la kuwa hiyo huo cha hii alisema yake wake kama lakini'],
  [() => say('Albanian'), 'dhe të në që për me është nga një se ka më janë ishte por do nuk këtë'],
  [() => say('Irish'), 'agus an na go ar le bhí sé sin ag tá níl atá chun mar leis ach siad bhfuil'],
  [() => say('Welsh'), 'yn y mae yr ei ar wedi gan bod fod hyn ond oedd roedd hefyd eu gyda cael ac bydd'],
];

let languagesOf: ReadonlyMap<string, readonly Language[]> | undefined;

function byWord(): ReadonlyMap<string, readonly Language[]> {
  const found = new Map<string, Language[]>();
  for (const [language, words] of commonWords()) {
    for (const word of words.split(' ').filter(it => !englishWords.has(it) && !tellsNothing.has(it))) {
      found.set(word, [...(found.get(word) ?? []), language]);
    }
  }
  return found;
}
