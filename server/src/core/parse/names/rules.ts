import type { Block, NameKind } from '../reading.ts';
import type { NameSpan } from './find.ts';
import { findRuns } from './runs.ts';
import type { Tokens } from './tokens.ts';
import { Place, Shape, tokenise } from './tokens.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const TITLES = set(
  'mr mrs ms dr sir dame lord lady president vice prime minister foreign interior defence defense finance secretary state chancellor king queen prince princess pope sen rep gov gen col lt sgt capt senator representative congressman congresswoman governor mayor general colonel lieutenant captain sergeant judge justice ambassador professor prof rev former chief director spokesman spokeswoman chairman deputy attorney speaker commissioner envoy premier councillor councilman councilwoman detective officer sheriff homeland security treasury press coach doctor analyst leader',
);
const SPEECH = set(
  'said says told added asked wrote tweeted warned insisted acknowledged argued noted explained replied called testified',
);
const ORGANISATION_ENDS = set(
  'department ministry university bank company corporation corp inc ltd party congress senate council committee commission agency association institute court board union police army navy force group office bureau organisation organization federation parliament assembly service society foundation fund times post news journal reuters nato un eu fbi cia white pentagon house democrats republicans press authority hospital school college club team league administration',
);
const PLACES = set(
  'africa america asia europe china russia mexico canada france germany britain england scotland wales ireland italy spain japan india iran iraq israel syria turkey egypt brazil argentina peru colombia chile venezuela cuba jamaica ukraine poland greece australia kenya nigeria ghana pakistan afghanistan korea vietnam indonesia malaysia singapore washington ottawa london paris berlin moscow beijing tokyo caracas texas california florida york jersey city county island river lake valley mountains states kingdom usa us u.s. uk u.k. caribbean',
);
const STOP = set(
  'the a an and but or so if in on at by for with from to of as it he she they we you i his her their our its this that these those what who when where why how not no yes there here then now while after before since although though however because monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december one two three four five all some many most more our my your also just only even still yet according critics officials',
);

const BREAKS = set('and & on in at to for the');

/** Finds names by plain rules. */
export function findByRules(text: string, blocks: readonly Block[]): readonly NameSpan[] {
  const tokens = tokenise(text, blocks);
  const runs = findRuns(tokens);
  const words: string[] = [];
  for (let index = 0; index < tokens.count; index++) {
    words.push(
      text
        .slice(tokens.starts[index], tokens.ends[index])
        .toLowerCase()
        .replace(/[.’']+$/, ''),
    );
  }
  const people = new Set<string>();
  const found: { start: number; end: number; kind: NameKind | undefined }[] = [];
  for (const [run, runStart] of runs.starts.entries()) {
    for (const part of parts(tokens, words, runStart, runs.ends[run] ?? runStart)) {
      const kind = kindOf(tokens, words, part.start, part.end, part.titled);
      if (kind === 'person') {
        people.add(words[part.end - 1] ?? '');
      }
      found.push({ start: part.start, end: part.end, kind });
    }
  }
  const names: NameSpan[] = [];
  for (const { start, end, kind } of found) {
    const resolved = kind ?? (end - start === 1 && people.has(words[start] ?? '') ? 'person' : undefined);
    if (resolved !== undefined) {
      names.push({
        start: tokens.starts[start] ?? 0,
        end: tokens.ends[end - 1] ?? 0,
        kind: resolved,
        block: tokens.blocks[start] ?? 0,
      });
    }
  }
  return names;
}

interface Part {
  start: number;
  end: number;
  titled: boolean;
}

function parts(tokens: Tokens, words: readonly string[], start: number, end: number): Part[] {
  const found: Part[] = [];
  let from = start;
  for (let index = start; index <= end; index++) {
    const breaks =
      index === end || tokens.shapes[index] === Shape.possessive || BREAKS.has(words[index] ?? '');
    if (breaks) {
      let titled = false;
      while (
        from < index &&
        (TITLES.has(words[from] ?? '') || (titled && words[from] === 'of') || STOP.has(words[from] ?? ''))
      ) {
        titled = titled || TITLES.has(words[from] ?? '');
        from++;
      }
      if (from < index) {
        found.push({ start: from, end: index, titled });
      }
      from = index + 1;
    }
  }
  return found;
}

function kindOf(
  tokens: Tokens,
  words: readonly string[],
  start: number,
  end: number,
  titled: boolean,
): NameKind | undefined {
  const last = words[end - 1] ?? '';
  if (ORGANISATION_ENDS.has(last)) {
    return 'organisation';
  }
  if (PLACES.has(last)) {
    return 'place';
  }
  if (tokens.shapes[start] === Shape.capitals && end - start === 1) {
    return 'organisation';
  }
  const speaks = SPEECH.has(words[end] ?? '') || SPEECH.has(words[start - 1] ?? '');
  if (titled || speaks || (end - start >= 2 && end - start <= 4 && tokens.places[start] === Place.inside)) {
    return 'person';
  }
  return undefined;
}
