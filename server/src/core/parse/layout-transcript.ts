import { capitalShare } from './layout-features.ts';
import { Lettered } from '../text/lettered.ts';
import { nameParticles } from '../text/name-particles.ts';

/** A line that may be speech without marks: `ORTIZ: We will not.` */
export interface LabelledLine {
  /** Who speaks, as printed. */
  readonly label: string;
  /** Where that stands, from the start of the block. */
  readonly start: number;
  /** Where the words begin, from the start of the block. */
  readonly words: number;
  /** As a parliament prints it: `The Minister for Water (Mr Bo Lane):`, `Ana Lane (Holt North) (Lab):`. */
  readonly isFormal: boolean;
}

const labelled = new Lettered(
  String.raw`^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*[-–—]?\s*|[•*·–—-]\s+|>>\s*|\d{1,3}\.\s+(?=(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s|[^:\n]{3,80}\)\s?:))?(\*{0,2}_{0,2})((?:(?:(?:${nameParticles}) ){0,3}\p{Lu}[\p{L}\d.'’-]*|\d{1,2}(?:st|nd|rd|th))(?: (?:${nameParticles}|of|and|the|\p{Lu}[\p{L}\d.'’-]*|#?\d{1,2})){0,6})((?:,? [([][^()[\]\n]{1,60}[)\]]){1,2}|(?:,(?: \p{L}[\p{L}.'’-]*){1,5})?)(?:\1\s?:|\s?:\1)\s+(?=\S)`,
  'u',
);
/** `The Minister for Water (Mr Giles Lane): …`, as parliaments print who answers. */
const office = new Lettered(
  String.raw`^The \p{Lu}[\p{L}'’-]*(?: (?:of|for|and|the|to|in|\p{Lu}[\p{L}'’-]*,?)){0,14} \(((?:\p{Lu}[\p{L}.'’-]*)(?: (?:${nameParticles}|of|\p{Lu}[\p{L}.'’-]*)){1,5})\)\s?:\s+(?=\S)`,
  'u',
);
/** `Q: …`, `**A.** …`, and what reporters ask at a briefing: `Q    Thank you. …` */
const question =
  /^(?:(?:\*{0,2})([QA])(?:\*{0,2})[.:](?:\*{0,2})\s+|(Q)(?:[ \u00a0]{2,8}|\t)|(QUESTION)\s?:\s+)(?=\S)/;

/** `@analane: …`, `RT @analane: …` */
const handle = /^(?:(?:RT|MT) )?(@\w{2,20})\s?:\s+(?=\S)/;

/** Labels of lines that are no speech, however they look. */
const noSpeaker = new Set(
  `watch video listen read related photo photos image caption credit source sources poll analysis opinion review report
exclusive update updated breaking live explainer factbox correction corrections clarification note notes editor editors date dated
published posted time place where when who what why how which venue location price cost score scores result results born died age
background context summary synopsis conclusion introduction overview abstract headline title subject topic topics topical tags tag category
categories keywords section contact email phone tel fax website address hours cast director starring rating genre runtime length
stars producer publisher pages isbn author by from to cc re attn warning caution disclaimer copyright key example examples tip tips
fact facts myth true false verdict claim claims reality bottom line status ranking step part chapter item number total average
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
also plus yes no pros cons more next previous today tomorrow yesterday tonight here there this that these those it update
question answer answers questions agenda attendees present absent apologies action actions todo follow-up background quote quotes quotation
commentary column editorial letter letters obituary profile interview transcript feature review preview recap roundup
bio stat stats week day year month word words number interior history ingredients method directions serves makes recipe servings weather forecast high low traffic sport sports business
results standings fixtures teams team goals goal substitutions attendance referee odds markets stocks currency dow ftse nasdaq
warning alert alerts soundbite sot vo bite upsot shotlist storyline url link links file attachment attachments ps nb fyi ref references reference figure table map chart graphic data`
    .split(/\s+/)
    .filter(it => it !== ''),
);

/** Places that datelines of English copy most often name: `London: The minister …`. */
const datelinePlaces = new Set(
  `alabama|alaska|arizona|arkansas|colorado|connecticut|delaware|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|puerto rico|rhode island|south carolina|south dakota|tennessee|utah|vermont|virginia|west virginia|wisconsin|wyoming|abu dhabi|abuja|accra|addis ababa|algiers|amman|amsterdam|ankara|asia|athens|atlanta|auckland|austin|australia|baghdad|baku|bangalore|bangkok|barcelona|beijing|beirut|belfast|belgrade|bengaluru|berlin|bern|birmingham|bogota|bogotá|boston|brasilia|bratislava|brazil|brexit|britain|brussels|bucharest|budapest|buenos aires|cairo|calgary|california|canada|canberra|cape town|caracas|cardiff|chennai|chicago|china|cleveland|colombo|copenhagen|dakar|dallas|damascus|delhi|denver|detroit|dhaka|doha|dubai|dublin|edinburgh|egypt|england|europe|florida|france|frankfurt|gaza|gaza city|geneva|germany|glasgow|guatemala city|hague|hamburg|hanoi|harare|havana|helsinki|hong kong|honolulu|houston|india|indonesia|iran|iraq|ireland|islamabad|israel|istanbul|italy|jakarta|japan|jerusalem|johannesburg|juba|kabul|kampala|karachi|kathmandu|kenya|khartoum|kiev|kigali|kinshasa|kolkata|kuala lumpur|kuwait|kuwait city|kyiv|lagos|lahore|las vegas|lima|lisbon|liverpool|london|los angeles|lusaka|luxembourg|madrid|malaysia|manchester|manila|marseille|melbourne|mexico|mexico city|miami|milan|minneapolis|minsk|mogadishu|montevideo|montreal|moscow|mumbai|munich|muscat|nairobi|nato|nepal|new delhi|new orleans|new york|new zealand|nigeria|north korea|oslo|ottawa|pakistan|panama city|paris|peking|perth|philadelphia|philippines|phnom penh|phoenix|poland|portland|prague|pretoria|pyongyang|quito|ramallah|rangoon|riga|rio de janeiro|riyadh|rome|russia|san diego|san francisco|san jose|san juan|san salvador|sanaa|santiago|sao paulo|são paulo|sarajevo|scotland|seattle|seoul|shanghai|singapore|sofia|south africa|south korea|spain|st petersburg|stockholm|strasbourg|sydney|syria|taipei|taiwan|tallinn|tbilisi|tehran|tel aviv|texas|thailand|tokyo|toronto|tripoli|tunis|turkey|ukraine|united kingdom|united nations|united states|vancouver|vatican city|vienna|vietnam|vilnius|wales|warsaw|washington|wellington|yangon|yerevan|zagreb|zurich|zürich`.split(
    '|',
  ),
);

/** Reads the label of a line `NAME: …`; undefined where the line has none, or one that is no speaker's. */
export function labelOf(block: string): LabelledLine | undefined {
  const head = block.slice(0, 160);
  const first = head.charCodeAt(0);
  const mayAsk = first === 81 || first === 65 || first === 42;
  if (!head.includes(':') && !(mayAsk && /^\**[QA](?:\.|\s\s|\t)/.test(head))) return undefined;
  const asked = question.exec(head);
  if (asked !== null) {
    const label = asked[1] ?? asked[2] ?? asked[3] ?? '';
    return { label, start: asked[0].indexOf(label), words: asked[0].length, isFormal: false };
  }
  const holder = head.startsWith('The ') ? office.exec(head) : null;
  if (holder !== null) {
    const name = holder[1] ?? '';
    return { label: name, start: holder[0].lastIndexOf(name), words: holder[0].length, isFormal: true };
  }
  const posted = head.slice(0, 4).includes('@') ? handle.exec(head) : null;
  if (posted !== null) {
    const label = posted[1] ?? '';
    return { label, start: posted[0].indexOf(label), words: posted[0].length, isFormal: true };
  }
  const found = labelled.exec(head);
  if (found === null) return undefined;
  const label = found[2] ?? '';
  const folded = label.toLowerCase().replace(/[’']s?\b/g, '');
  const words = folded.split(' ');
  if (
    /^(?:the|an?|this|that|these|my|our|your|why|how|what|when|where|who|if|and|but|so|for|in|on|at)$/.test(
      words[0] ?? '',
    ) &&
    label !== label.toUpperCase()
  ) {
    return undefined;
  }
  // `Hey, Ortiz is right about one thing:` is no label, `Ana Ortiz, mayor:` is.
  if ((found[3] ?? '').startsWith(',') && !(words.length > 1 || label === label.toUpperCase()))
    return undefined;
  if (
    datelinePlaces.has(folded) ||
    noSpeaker.has(words[0] ?? '') ||
    noSpeaker.has(words[words.length - 1] ?? '')
  ) {
    return undefined;
  }
  const isFormal = /[)\]] [([]/.test(found[3] ?? '');
  return { label, start: found[0].indexOf(label), words: found[0].length, isFormal };
}

/** What a candidate line is judged by, beside its own words. */
export interface LabelEvidence {
  /** How many lines of the text bear the same label. */
  readonly sameLabel: number;
  /** How many lines of the text bear any label. */
  readonly labels: number;
  /** Their share of all lines. */
  readonly share: number;
  /** Whether the label's last word stands elsewhere in the text, too. */
  readonly namedElsewhere: boolean;
  /** Whether the line comes first, after title and deck: where a dateline stands. */
  readonly opensBody: boolean;
  /** Whether it is the very first of the text and the next has no label: where a headline stands. */
  readonly headsText: boolean;
}

const firstPerson =
  /(?:^|[^\p{L}])(?:I|I['’](?:m|ve|ll|d)|[Ww]e|[Ww]e['’](?:re|ve|ll|d)|[Mm]y|[Oo]ur|us|me|[Yy]ou|[Yy]our|[Ll]et['’]s)(?![\p{L}.])/u;
/** Whether words say *I*, *we* or *you*, outside quotation marks: the speaker's own, not a narrator's. */
export function isPersonal(words: string): boolean {
  return firstPerson.test(words.replace(/["“][^"”]*["”]/g, ' '));
}

const reported = /(?:^|\s)(?:said|says|told|announced|according to)(?=[\s.,:])/;

/** A briefing has more lines with labels than a page that asks its readers something. */
const fewestAtBriefing = 4;

/** Whether words quote somebody, and say nothing of the speaker's own beside that. */
function quotesOther(words: string): boolean {
  return /["“][^"“”]{3,}["”]/.test(words) && !isPersonal(words);
}

/** What ends a sentence, at the end of a line. */
const closed = /[.?!…]["”’)]*\s*$/;

/** Whether a labelled line is speech: of a person, in their own words. Two points of evidence make it so. */
export function isSpeech(line: LabelledLine, block: string, evidence: LabelEvidence): boolean {
  const words = block.slice(line.words, line.words + 600);
  if (!/\s/.test(words) && evidence.labels < 2) return false;
  // `QUESTION: …` heads what an explainer answers, too; at a briefing it is asked again and again.
  if (line.label === 'QUESTION' && evidence.labels < fewestAtBriefing) return false;
  // `SPOTTED: Ana Lane at the diner. “We ate,” she said.`: the rubric of a digest, which quotes somebody else.
  if (evidence.sameLabel < 2 && !evidence.namedElsewhere && !line.isFormal && quotesOther(words))
    return false;
  const shouted = line.label.length > 1 && line.label === line.label.toUpperCase();
  const person = isPersonal(words);
  if (evidence.headsText && evidence.sameLabel < 2 && !shouted) return false;
  // A headline, a list of names or a sum under a heading is no speech, whoever is named above; `MAYOR LANE: Order. Mr. Ortiz.` is.
  const isTurn =
    (shouted || line.label.length === 1) && evidence.sameLabel > 1 && closed.test(block.slice(-4));
  if (!isTurn && capitalShare(words) > 0.6 && /\s\S+\s/.test(words)) return false;
  if (!/\p{Ll}{2}/u.test(words) && evidence.sameLabel < 2) return false;
  let points = 0;
  if (shouted || line.isFormal || block.startsWith('>>')) points += 2;
  if (line.label.length === 1 && evidence.labels > 1) points += 2;
  if (evidence.sameLabel > 1) points += 2;
  if (person) points += 2;
  if (evidence.namedElsewhere) points += 1;
  if (evidence.labels > 1 && evidence.share > 0.25) points += 1;
  if (evidence.opensBody && evidence.labels < 2 && !person) points -= 1;
  if (reported.test(words)) points -= 1;
  if (!person && evidence.sameLabel < 2 && !/[.?!…—–-]["”’')]*\s*$/.test(block.slice(-12))) points -= 1;
  return points >= 2;
}
