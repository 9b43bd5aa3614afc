import { Lettered } from '../text/lettered.ts';
import { nameParticles } from '../text/name-particles.ts';

/** How words in a row are looked for. */
export interface RunForm {
  /** Small words that may stand between them besides the particles of names: `of|the`. */
  readonly besides?: string;
  /** What stands between two of them; else a space of any kind, but no line break. */
  readonly gap?: string;
  /** Marks that the row does not begin behind, besides letters and figures. */
  readonly notBehind?: string;
  /** Whether a word may begin with a particle that is joined to it: `al-Masri`, `d’Arc`. */
  readonly joined?: boolean;
}

const capitalised = String.raw`\p{Lu}[\p{L}\p{M}’'.-]*`;

/** Words with a capital in a row, two particles at most between two of them. */
export function capitalRun({
  besides,
  gap = String.raw`[^\S\n]`,
  notBehind = '',
  joined = false,
}: RunForm): Lettered {
  const word = `${joined ? "(?:(?:al|el|d|l)[-’'])?" : ''}${capitalised}`;
  const small = besides === undefined ? nameParticles : `${nameParticles}|${besides}`;
  return new Lettered(
    String.raw`(?<![\p{L}\p{M}\p{N}${notBehind}])${word}(?:${gap}(?:(?:${small})${gap}){0,2}${word})*`,
    'gu',
  );
}

/** What stands behind a name and is none of it: `Lane’s`, `Lane.`, `Lane’s.` */
export const nameEnding = /(?:[’']s)?[.’'-]*$/;
