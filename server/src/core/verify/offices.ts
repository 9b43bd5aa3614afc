import type { Corpus, CorpusEntity } from '../corpus/corpus.ts';
import { countryOf, joinCountries } from './countries.ts';
import { matchNames } from './names-alike.ts';
import type { Spoken } from './spoken.ts';

/** Offices that people hold who come from elsewhere. */
const PLAYED: readonly RegExp[] = [/\b(?:coach|manager)\b/, /\bcaptain\b/];

/** Offices that nobody holds together, each with all that whoever holds it may be called: who has the one is not meant by another. */
const OFFICES: readonly RegExp[] = [
  /\bpresident\b/,
  /\b(?:prime minister|premier|pm)\b/,
  /\bchancellor\b/,
  /\bpope\b/,
  /\bforeign (?:minister|secretary)\b/,
  /\bfinance minister\b/,
  /\bdefen[cs]e (?:minister|secretary)\b|\bsecretary of defen[cs]e\b/,
  /\binterior minister\b/,
  /\bhealth (?:minister|secretary)\b/,
  /\battorney[- ]general\b/,
  /\bsecretary of state\b(?! for)/,
  /\bmayor\b/,
  /\bgovernor\b|\bgov\b/,
  /\bsenator\b|\bsen\b/,
  ...PLAYED,
  /\bspokes(?:man|woman|person)\b/,
];

/** Whoever held, may hold or nearly holds an office is told apart by nobody. */
const UNSURE =
  /\b(?:former|ex|late|deputy|vice|acting|interim|then|outgoing|incoming|elect|designate|shadow|assistant|next|first|and|candidate)\b/;

/** In so many of the latest articles is looked for what else somebody is. */
const MOST_ARTICLES = 20;

/**
 * Whether a draft gives words to an office (`the prime minister said`) that their speaker does not hold: the source calls the
 * speaker by another, and somebody else by this. Where any of that is not told, or the draft names the speaker, nothing is.
 */
export function isOtherOffice(corpus: Corpus, draft: Spoken, source: Spoken): boolean {
  if (isOfOtherCountry(corpus, draft, source)) {
    return true;
  }
  const said = source.kind === 'person' ? drafted(draft.name) : undefined;
  const own = source.role === undefined ? undefined : officeIn(source.role);
  if (said === undefined || own === undefined || isNamedIn(draft, source)) {
    return false;
  }
  const roles = rolesOf(corpus.named(source.name));
  if (said.office === own.office) {
    return isElsewhere(said, own) && !roles.some(it => officeIn(it)?.country === said.country);
  }
  const isHeld = source.company.some(
    ({ name, role }) =>
      role !== undefined && isHolder(officeIn(role), said) && matchNames(name, source.name) === 'different',
  );
  return isHeld && !roles.some(it => said.office.test(normal(it)));
}

/** What many are, each for a country of their own. */
const ENVOYS = /\b(minister|ambassador|envoy|diplomat|consul|official|lawmaker|mp|general|admiral)\b/;

/** `the Icelandic minister` is not Norway's fisheries minister, nor is `a Dutch diplomat` a Danish one. */
function isOfOtherCountry(corpus: Corpus, draft: Spoken, source: Spoken): boolean {
  const said = draft.kind === 'unnamed' ? envoyIn(draft.name) : undefined;
  const own = envoyIn(source.kind === 'unnamed' ? source.name : source.role);
  return (
    said !== undefined &&
    own !== undefined &&
    said.office === own.office &&
    said.country !== own.country &&
    !isNamedIn(draft, source) &&
    !rolesOf(corpus.named(source.name)).some(it => envoyIn(it)?.country === said.country)
  );
}

/** Whose envoy words call somebody; undefined where that is not told, or more than one country is. */
function envoyIn(
  words: string | undefined,
): { readonly office: string; readonly country: string } | undefined {
  const said = normal(words ?? '');
  const office = ENVOYS.exec(said)?.[1];
  const [country, ...others] = new Set(said.split(/[^\p{L}]+/u).flatMap(it => countryOf(it) ?? []));
  return office === undefined || country === undefined || others.length > 0 || UNSURE.test(said)
    ? undefined
    : { office, country };
}

/** `the German president` is not the French one; the Danish coach may well be Sweden's. */
function isElsewhere(drafted: Held, own: Held): boolean {
  const { office, country } = drafted;
  return (
    !PLAYED.includes(office) && country !== undefined && own.country !== undefined && country !== own.country
  );
}

/** Whose an office is besides a country’s, where no other body has one that is called so. */
const OWNERS: readonly (readonly [RegExp, RegExp])[] = [
  [/coach|captain/, /^(?:club|team|side|squad)$/],
  [/mayor/, /^(?:city|town|village)$/],
  [/governor|senator/, /^state$/],
  [/prime minister|chancellor/, /^(?:country|nation)$/],
];

function isOwner(word: string, office: RegExp): boolean {
  return OWNERS.some(([offices, owners]) => offices.test(office.source) && owners.test(word));
}

/**
 * `the president`, `the Norwegian president`, `Norway’s president`, `the club’s coach`; the club's or the Senate's president may be
 * anybody.
 */
function drafted(description: string): Held | undefined {
  const held = officeIn(description);
  const rest =
    held === undefined
      ? []
      : normal(description)
          .replace(held.office, '')
          .split(/[^\p{L}]+/u);
  const isPlain = (word: string): boolean =>
    /^(?:|the|an?|of)$/.test(word) ||
    countryOf(word) !== undefined ||
    (held !== undefined && isOwner(word, held.office));
  return rest.every(isPlain) ? held : undefined;
}

interface Held {
  readonly office: RegExp;
  readonly country: string | undefined;
}

/** The one office that words call somebody by; undefined where they are none, more, or unsure. */
function officeIn(words: string): Held | undefined {
  const said = normal(words);
  const [office, other] = OFFICES.filter(it => it.test(said));
  return office === undefined || other !== undefined || UNSURE.test(said)
    ? undefined
    : { office, country: said.split(/[^\p{L}]+/u).flatMap(it => countryOf(it) ?? [])[0] };
}

function isHolder(held: Held | undefined, { office, country }: Held): boolean {
  const isSamePlace = country === undefined || held?.country === undefined || held.country === country;
  return held?.office === office && isSamePlace;
}

function normal(words: string): string {
  return joinCountries(words.toLowerCase().replace(/[’']s?\b/g, ''));
}

function isNamedIn(draft: Spoken, { name }: Spoken): boolean {
  return draft.company.some(it => it.kind === 'person' && matchNames(it.name, name) !== 'different');
}

/** All roles that the latest articles give to somebody. */
function rolesOf(entities: readonly CorpusEntity[]): readonly string[] {
  return entities.flatMap(it =>
    it.latest(MOST_ARTICLES).flatMap(({ article, entity }) => article.entities[entity]?.role ?? []),
  );
}
