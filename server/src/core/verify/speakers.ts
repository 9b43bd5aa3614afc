import type { Corpus, CorpusEntity } from '../corpus/corpus.ts';
import type { NameKind } from '../parse/reading.ts';
import type { Project } from '../project.ts';
import { countryBySeat, countryOf, joinCountries } from './countries.ts';
import { matchNames, nameWords } from './names-alike.ts';
import { isOtherOffice } from './offices.ts';
import { isOthersOffice } from './owners.ts';
import type { Spoken } from './spoken.ts';
import type { SpeakerMatch } from './verdict.ts';

/** Whether the draft's speaker and the source's are one. Unknown is not wrong: only two that are known differ. */
export function matchSpeakers(
  corpus: Corpus,
  project: Project,
  draft: Spoken | undefined,
  source: Spoken | undefined,
): SpeakerMatch {
  if (draft === undefined || source === undefined) {
    return 'unknown';
  }
  const one = (it: Spoken): readonly Spoken[] => (it.together.length > 0 ? it.together : [it]);
  const matches = one(draft).flatMap(drafted =>
    one(source).map(it => matchNamed(corpus, project, named(corpus, drafted), named(corpus, it))),
  );
  const [only = 'unknown'] = matches;
  // Where more speak together, it is enough that one of them is meant.
  if (matches.includes('same')) {
    return 'same';
  }
  // `Lane and her lawyer` may be whoever the lawyer is. A draft that names Lane “and others” names nobody else.
  if (source.besides !== 'nobody' || draft.besides === 'somebody') {
    return 'unnamed';
  }
  if (matches.length < 2) {
    return only;
  }
  return matches.every(it => it === 'different') ? 'different' : 'unknown';
}

function matchNamed(corpus: Corpus, project: Project, draft: Spoken, source: Spoken): SpeakerMatch {
  if (draft.kind === 'unnamed' || source.kind === 'unnamed') {
    return isOtherOffice(corpus, draft, source) || isOthersOffice(draft, source) ? 'different' : 'unnamed';
  }
  if (draft.kind === 'unresolved' || source.kind === 'unresolved') {
    return 'unknown';
  }
  const isSame = draft.name === source.name || fold(draft.name) === fold(source.name);
  if (isSame || areListed(project, draft.name, source.name)) {
    return nameWords(draft.name).words.length === 1 && draft.hasNamesake ? 'unknown' : 'same';
  }
  const one = known(corpus, asBody(draft, source));
  const other = known(corpus, source);
  if (one.kind === 'person' && other.kind === 'person') {
    return matchPersons(corpus, draft, source, one.entities, other.entities);
  }
  if (one.kind === 'person' || other.kind === 'person') {
    const [person, body] = one.kind === 'person' ? [draft, source] : [source, draft];
    const [entities, bodies] =
      one.kind === 'person' ? [one.entities, other.entities] : [other.entities, one.entities];
    return belongs(person, entities, body.name, bodies)
      ? 'unknown'
      : body.kind === 'place'
        ? 'unknown'
        : 'different';
  }
  return matchBodies(draft, source, one.entities, other.entities);
}

/** A description that the corpus knows as a name is one: Prince, the founder of a firm. */
function named(corpus: Corpus, spoken: Spoken): Spoken {
  const isName = spoken.kind === 'unnamed' && /^\p{Lu}\p{L}+$/u.test(spoken.name);
  return isName && corpus.named(spoken.name).some(it => it.kind === 'person')
    ? { ...spoken, kind: 'person' }
    : spoken;
}

/** `Brightwell said`, where the source tells of Brightwell Foods, of nobody else by that name, and what the speaker is. */
function asBody(draft: Spoken, { company, role, affiliation }: Spoken): Spoken {
  const { kind, name } = draft;
  const isBare = kind === 'person' && /^\p{Lu}[\p{L}-]+$/u.test(name) && (role ?? affiliation) !== undefined;
  const body = isBare
    ? company.find(it => it.kind === 'organisation' && it.name.startsWith(`${name} `))
    : undefined;
  const isBorne = company.some(
    it => it.kind === 'person' && it.name !== name && nameWords(it.name).words.includes(name.toLowerCase()),
  );
  return body === undefined || isBorne ? draft : { ...draft, kind: 'organisation', name: body.name };
}

interface Known {
  readonly kind: NameKind;
  readonly entities: readonly CorpusEntity[];
}

/** What the corpus knows by a name. A bare surname in a text may be an organisation's or a place's by mistake. */
function known(corpus: Corpus, spoken: Spoken): Known {
  const entities = corpus.named(spoken.name);
  const kind = spoken.kind === 'unnamed' || spoken.kind === 'unresolved' ? 'person' : spoken.kind;
  const first = entities[0];
  const agrees = entities.some(it => it.kind === kind);
  return { kind: first !== undefined && !agrees ? first.kind : kind, entities };
}

function matchPersons(
  corpus: Corpus,
  draft: Spoken,
  source: Spoken,
  one: readonly CorpusEntity[],
  other: readonly CorpusEntity[],
): SpeakerMatch {
  const match = matchNames(draft.name, source.name);
  switch (match) {
    case 'same':
      return 'same';
    case 'near': {
      // One letter away is a slip, unless people are known in full by both surnames: Regan is not Reagan.
      const areBoth = [draft, source].every(it => fullNames(corpus.named(it.name), it.name) > 0);
      return areBoth && [draft, source].some(it => nameWords(it.name).words.length === 1)
        ? 'different'
        : 'unknown';
    }
    case 'short': {
      const [short, long] =
        nameWords(draft.name).words.length < nameWords(source.name).words.length
          ? [draft, source]
          : [source, draft];
      if (short.hasNamesake || long.hasNamesake) {
        return 'unknown';
      }
      // A source that never gives the first name may mean any of those whom the others name in full.
      if (short === source && fullNames(corpus.named(short.name), short.name) > 1) {
        return 'unknown';
      }
      return 'same';
    }
    case 'different': {
      // Another name of the same person: a pen name, a title, a name before marriage.
      const shared = one.find(it => it.kind === 'person' && other.includes(it));
      if (isFirstNameOf(draft, source) || isFirstNameOf(source, draft)) {
        return 'unknown';
      }
      return shared !== undefined && nameWords(draft.name).words.length > 1
        ? 'same'
        : shared !== undefined
          ? 'unknown'
          : 'different';
    }
  }
}

/** Whether a text may have taken one person's surname for the first name of another: Henry, for Henry Hyde. */
function isFirstNameOf(one: Spoken, other: Spoken): boolean {
  const printed = nameWords(one.printed).words;
  const [first, ...more] = nameWords(one.name).words;
  return (
    more.length > 0 &&
    printed.length === 1 &&
    printed[0] === first &&
    printed[0] === nameWords(other.name).words.at(-1)
  );
}

function fullNames(entities: readonly CorpusEntity[], surname: string): number {
  const persons = entities.filter(it => it.kind === 'person' && nameWords(it.name).words.length > 1);
  return persons.filter(it => nameWords(it.name).words.at(-1) === nameWords(surname).words.at(-1)).length;
}

/** Whether a person is known to speak for an organisation: by role, by affiliation, or because it bears the name. */
function belongs(
  person: Spoken,
  entities: readonly CorpusEntity[],
  body: string,
  bodies: readonly CorpusEntity[],
): boolean {
  const words = bodyWords(body);
  const surname = nameWords(person.name).words.at(-1) ?? '';
  if (words.includes(surname)) {
    return true;
  }
  // Two that no source names together have nothing to do with each other.
  if (entities.length > 0 && bodies.length > 0 && !areNamedTogether(entities, bodies)) {
    return false;
  }
  const said = [person.role, person.affiliation, ...entities.flatMap(it => [it.role, it.affiliation])];
  const texts = said.filter(it => it !== undefined);
  if (texts.length === 0) {
    // Nothing is known of them: they may well belong to it.
    return true;
  }
  return texts.some(text => {
    const told = bodyWords(text);
    return (
      words.some(it => it.length > 3 && told.some(word => word.slice(0, 5) === it.slice(0, 5))) ||
      /\b(?:spokes\w+|ceo|cfo|coo|official|aide|adviser|advisor|lawyer|attorney|chief|head|leader|chair\w*|founder|owner|executive|member|secretary-general)\b/i.test(
        text,
      ) ||
      headOf(words, told) ||
      (words.some(it => COURT.test(it)) && told.some(it => JUDGE.test(it)))
    );
  });
}

/** Who is named in more articles is named with everybody. */
const mostNamed = 1000;

function areNamedTogether(some: readonly CorpusEntity[], others: readonly CorpusEntity[]): boolean {
  const [few, many] = [some, others].map(it => it.flatMap(entity => entity.latest(mostNamed)));
  const articles = new Set(few?.map(it => it.article));
  return articles.size >= mostNamed || (many?.some(it => articles.has(it.article)) ?? false);
}

/** A court speaks through those who sit in it: its opinion is a judge's, and what a judge writes is the court's. */
const COURT = /^(?:courts?|tribunal|bench)$/;
const JUDGE = /^(?:judges?|justices?|magistrates?)$/;

/** The White House and a president, the State Department and its secretary. */
function headOf(body: readonly string[], role: readonly string[]): boolean {
  const house = body.join(' ');
  return (
    (/white house|administration|government|kremlin|palace|élysée/.test(house) &&
      role.some(it => /^(?:president|press|minister|premier|secretary|chief|chancellor)$/.test(it))) ||
    (house === 'pentagon' && role.some(it => /^(?:defense|defence|general|military|army)$/.test(it)))
  );
}

function matchBodies(
  draft: Spoken,
  source: Spoken,
  one: readonly CorpusEntity[],
  other: readonly CorpusEntity[],
): SpeakerMatch {
  if (one.some(it => other.includes(it))) {
    return 'same';
  }
  if (draft.kind === 'place' || source.kind === 'place') {
    return 'unknown';
  }
  const left = bodyWords(draft.name);
  const right = bodyWords(source.name);
  const initials = (words: readonly string[]): string => words.map(it => it[0]).join('');
  if (left.join('') === initials(right) || right.join('') === initials(left)) {
    return 'same';
  }
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  if (few.every(it => many.includes(it))) {
    return few.length === many.length ? 'same' : 'unknown';
  }
  // A government is called by its capital; but a capital has a council of its own.
  const [less, more] = [few, many].map(words => words.map(it => countryBySeat(it) ?? it));
  return less?.every(it => more?.includes(it)) === true ? 'unknown' : 'different';
}

const bodyNoise = new Set(['the', 'of', 'and', 'for', 'u', 's', 'us', 'in', 'on', 'a']);

function bodyWords(name: string): readonly string[] {
  return joinCountries(fold(name))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(it => it !== '' && !bodyNoise.has(it))
    .map(it => countryOf(it) ?? it);
}

function areListed(project: Project, one: string, other: string): boolean {
  for (const [name, forms] of Object.entries(project.people)) {
    const all = [name, ...forms].map(fold);
    if (all.includes(fold(one)) && all.includes(fold(other))) {
      return true;
    }
  }
  return false;
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/^the\s+/, '')
    .trim();
}
