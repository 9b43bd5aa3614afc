import { matchNames } from './names-alike.ts';
import type { Spoken } from './spoken.ts';

/** Whoever speaks for one person, and so for no other. */
const SPEAKING =
  'office|press office|spokes(?:man|woman|person)|lawyers?|attorneys?|campaign|team|camp|staff|aide|representative|publicist|agent|family|solicitors?|barrister|counsel';

/** `Lane’s office` */
const OWNED = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.]* )*?(\\p{Lu}[\\p{L}’'-]*?(?: \\p{Lu}[\\p{L}’'-]*?){0,3})[’']s? (?:${SPEAKING})$`,
  'u',
);

/** `a spokesman for Lane` */
const SPEAKER_FOR = new RegExp(`^(?:an?|the|another) (?:${SPEAKING}) (?:for|of) (.{2,40})$`, 'iu');

/** Whether both speak for somebody, and not for the same one: Lane’s office is not Ortiz’s. */
export function isOthersOffice(draft: Spoken, source: Spoken): boolean {
  const drafted = ownerOf(draft);
  const own = drafted === undefined ? undefined : ownerOf(source);
  return drafted !== undefined && own !== undefined && matchNames(drafted, own) === 'different';
}

/** The person for whom a description speaks, where its text names them. */
function ownerOf({ kind, name, company }: Spoken): string | undefined {
  const owner = kind === 'unnamed' ? (OWNED.exec(name)?.[1] ?? SPEAKER_FOR.exec(name)?.[1]) : undefined;
  const isNamed =
    owner !== undefined &&
    company.some(it => it.kind === 'person' && matchNames(it.name, owner) !== 'different');
  return isNamed ? owner : undefined;
}
