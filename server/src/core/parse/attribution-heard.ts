import { type Floor, floorOf } from './attribution-floor.ts';
import type { Stage } from './attribution-scene.ts';
import { speakerNamed, speakerOf } from './attribution-speakers.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { isPerson } from './attribution-words.ts';
import type { Speaker } from './reading.ts';
import { Lettered } from '../text/lettered.ts';
import { nameParticles } from '../text/name-particles.ts';

/** `Ana Lane`, `Pilar de la Rosa`: a given name and what follows, and nothing else. */
const FULL_NAME = new Lettered(
  String.raw`^\p{Lu}[\p{L}.’'-]*(?: (?:${nameParticles}|\p{Lu}[\p{L}.’'-]*)){1,4}$`,
  'u',
);

/** What scripts call a piece of sound. */
const SOUNDS = 'SOT|SOUND ?BITE|SOUND ON TAPE|BITE|ACTUALITY|CLIP|AUDIO|VOX|UPSOT';

/** `(SOT – Ana Lane, Holt Ferries)`, `2. (SOUNDBITE) (English) MAYOR, ANA LANE, SAYING:`: what leads to what somebody is heard to say. */
const SOUND = new RegExp(
  String.raw`^(?:\d{1,3}[.)]?\s+)?[([]?(?:${SOUNDS}|Soundbite|Sound bite|Clip|Audio|Actuality)\b[^“”"]{0,160}$`,
);

/** `[Dan Fry/Student]:`, `[Dan Fry, student]` */
const BRACKETED = /^\[[^[\]“”"]{3,80}\]\s?:?$/;

/** Whether a line leads to what somebody is heard to say. */
export function isHeard(line: string): boolean {
  return SOUND.test(line) || BRACKETED.test(line);
}

/** Behind what leads to a sound bite: who is heard, up to a comma or the end. */
const LEAD_OF_SOUND = new RegExp(
  String.raw`^(?:\d{1,3}[.)]?\s+)?[([]?(?:${SOUNDS})?[\])]?[\s:–—-]*(?:\([^()]{2,30}\)[\s:–—-]*)?`,
  'i',
);

/** `(SOUNDBITE) (English) MAYOR OF HOLT, ANA LANE, SAYING:`, `SOT: Mayor Ana Lane, Holt`, `[Dan Fry/Student]` */
export function heard(
  stage: Stage,
  block: number,
  tokens: Tokens,
  start: number,
  end: number,
): Floor | undefined {
  const line = stage.text.slice(start, end).trimEnd();
  const from = LEAD_OF_SOUND.exec(line)?.[0].length ?? 0;
  const saying = /,?\s+SAYING:?$/i.exec(line);
  const parts = line.slice(from, saying?.index).split(/[,/\])(:|]/);
  // Behind `SAYING` the name comes last, and what they are before it.
  const at = saying ? parts.length - 1 : 0;
  const offset = from + parts.slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
  const words = parts[at] ?? '';
  const bare = words.replace(
    /^\s*(?:(?:MAYOR|MINISTER|PRESIDENT|DR|MR|MRS|MS|SEN|REP|GOV|SGT|CAPT|PROF|CLLR)\.?\s+)*/i,
    '',
  );
  const name = bare.trimEnd();
  const nameStart = start + offset + words.length - bare.length;
  if (!FULL_NAME.test(name)) {
    return undefined;
  }
  const token = tokens.kinds.findIndex(
    (kind, index) => kind === Kind.name && (tokens.ends[index] ?? 0) === nameStart + name.length,
  );
  return token >= 0 && isPerson(tokens, token)
    ? floorAt(stage, block, token)
    : floorOf(asSomebody(stage, speakerNamed(stage, nameStart, nameStart + name.length)));
}

/** Whom a line that leads to a sound bite names. */
export function heardAbove(stage: Stage, block: number): Floor | undefined {
  const tokens = stage.scene(block)?.tokens;
  const { start = 0, end = 0 } = stage.blocks[block] ?? {};
  return tokens && heard(stage, block, tokens, start, end);
}

/** The floor of whoever a token names. */
export function floorAt(stage: Stage, block: number, name: number): Floor {
  return floorOf(asSomebody(stage, speakerOf(stage, block, 0, { kind: 'name', from: name, to: name + 1 })));
}

/** Whoever is heard is somebody, though their name in capitals was taken for a body’s. */
function asSomebody(stage: Stage, speaker: Speaker): Speaker {
  const isOther = speaker.entity !== undefined && stage.entities[speaker.entity]?.kind !== 'person';
  return isOther ? { ...speaker, entity: undefined } : speaker;
}
