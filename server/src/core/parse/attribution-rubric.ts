import type { Subject } from './attribution-clauses.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, wordAt } from './attribution-words.ts';
import { ADVERB, CONJUNCTION, PREPOSITION, SPEECH, TIME, WORK } from './cues.ts';

/** `Reactions: Ana Lane, “…”`, `Verdict: “…”`, `WINNER: “…”`: what follows, not who speaks. No name that was found is one. */
export function isRubric(tokens: Tokens, { from, to }: Subject): boolean {
  if (tokens.kinds[from] !== Kind.word || to - from !== 1) {
    return false;
  }
  return (
    is(tokens, from, SPEECH | WORK | TIME | ADVERB | PREPOSITION | CONJUNCTION) ||
    RUBRICS.has(wordAt(tokens, from).toLowerCase())
  );
}

/** What newsrooms head a line with: parts of a paper and of a piece, what is judged, and what kind of words follow. */
const RUBRICS: ReadonlySet<string> = new Set(
  `verdict reaction response comment quote reactions responses analysis opinion opinions comments quotes quotations quotation background summary updates update live watch
  listen exclusive breaking notes context notable highlights highlight voices voice more plus important lesson lessons translation
  rt via sot soundbite lead lede headline headlines intro standfirst deck crosshead subhead pullquote kicker opener opening opens ending ends end
  closing excerpt extract snippet paragraph text title subject theme topic agenda
  winner winners loser losers runner-up runners-up hero heroes villain villains star stars favourite favorite best worst
  lowlight lowlights result results outcome outcomes decision ruling finding findings conclusion takeaway takeaways score scores rating
  ratings award awards
  fact facts fiction truth myth lie lies reality correction corrections clarification error sample example examples evidence proof
  detail details reason reasons cause problem solution goal aim mission vision plan plans
  motto mottos promise promises pledge pledges claim claims demand demands point points argument counterpoint counter-claim
  threat threats offer excuse hint tip tips reminder rumour rumor prediction predictions forecast outlook
  answers questions tweet posts thread status transcript recording radio television tv audio clip voicemail leaflet poster
  banner placard flyer screenshot inscription epitaph graffiti
  second third fourth fifth sixth next before after next bonus extra overheard spotted seen heard read related elsewhere
  today yesterday tomorrow tonight morning afternoon evening`.split(/\s+/),
);
