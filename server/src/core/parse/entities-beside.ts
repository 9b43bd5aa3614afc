import type { Form } from './entities-forms.ts';
import { genderOfRole, roleAfter, roleBefore } from './entities-roles.ts';
import type { Block, Mention, NameKind } from './reading.ts';

/** An entity while its mentions are gathered. */
export interface Draft {
  readonly kind: NameKind;
  readonly forms: Map<string, Form>;
  /** Forms that stand outside headlines. */
  readonly inBody: Set<string>;
  role: string | undefined;
  affiliation: string | undefined;
  titleGender: 'female' | 'male' | undefined;
  roleGender: 'female' | 'male' | undefined;
}

/** What somebody is to somebody else says nothing without that other. */
const RELATIONS =
  /\b(?:boss|counterpart|ally|rival|critic|opponent|neighbou?r|supporter|surrogate|wife|husband|son|daughter|brother|sister|mother|father|cousin|uncle|aunt|nephew|niece|grand\w+|boyfriend|girlfriend|widow|widower)$/i;

/** Reads roles beside the names of people; the first that the text gives stands. */
export function addRoles(
  text: string,
  blocks: readonly Block[],
  mentions: readonly Mention[],
  drafts: readonly Draft[],
): void {
  for (const [index, mention] of mentions.entries()) {
    const draft = drafts[mention.entity];
    const block = blocks[mention.block];
    if (
      mention.kind !== 'person' ||
      !draft ||
      !block ||
      (draft.role !== undefined && draft.affiliation !== undefined)
    ) {
      continue;
    }
    const before = roleBefore(text, mention, lastPersonEnd(mentions, index, block.start));
    const after = roleAfter(text, mention, block.end);
    for (const span of [before, after]) {
      if (!span) {
        continue;
      }
      const role = text.slice(span.start, span.end).replace(/\s+/g, ' ');
      draft.roleGender ??= genderOfRole(role);
      if (!RELATIONS.test(role)) {
        draft.role ??= role;
      }
    }
    draft.affiliation ??= affiliationOf(
      text,
      mentions,
      index,
      before?.start ?? mention.start,
      after ? after.end : mention.end,
    );
  }
}

function lastPersonEnd(mentions: readonly Mention[], index: number, floor: number): number {
  const before = mentions[index - 1];
  return before && before.kind === 'person' && before.end > floor ? before.end : floor;
}

/** An organisation in the role, or `at`, `of`, `with` one behind it, or in the genitive before the name. */
function affiliationOf(
  text: string,
  mentions: readonly Mention[],
  index: number,
  start: number,
  end: number,
): string | undefined {
  const before = mentions[index - 1];
  if (before && before.kind === 'organisation') {
    const between = text.slice(before.end, mentions[index]?.start ?? before.end);
    if (before.start >= start || /^[’']s? $/.test(between)) {
      return before.text;
    }
  }
  for (let next = index + 1; next <= index + 2; next++) {
    const after = mentions[next];
    if (!after || after.start - end > 40 || after.kind === 'person') {
      return undefined;
    }
    if (after.kind === 'organisation') {
      const inRole = after.start < end && end > (mentions[index]?.end ?? end);
      const joined = /^,? (?:at|of|with|from|for)(?: the| an?)?(?: [\p{L}’'.-]+){0,2} $/u.test(
        text.slice(end, after.start),
      );
      return inRole || joined ? after.text : undefined;
    }
  }
  return undefined;
}
