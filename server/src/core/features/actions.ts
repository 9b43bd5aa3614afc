import { say } from '../text/say.ts';
import { overlaps, touches } from '../text/span.ts';
import { fitCell, restOfLine } from './cells.ts';
import { citationEdits } from './cite.ts';
import { insertions } from './insertions.ts';
import { neverCloses, passagesBehind } from './places.ts';
import { articleName } from './wording.ts';
import { wrapped } from './wrap.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { DraftCheck } from './check.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { Span } from '../text/span.ts';

/** One stretch of the draft and what takes its place. */
export interface Edit extends Span {
  readonly newText: string;
}

/** Something that a writer may have done to the draft; one undo step. */
export interface Action {
  readonly title: string;
  /** `quickfix` mends a finding, `insert` puts something in, `all` mends every finding of one code. */
  readonly kind: 'quickfix' | 'insert' | 'all';
  /** The finding that it mends. */
  readonly finding: Finding | undefined;
  /** In the order of their place; they never overlap. */
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
  /** In the `newText` of the only edit: what the writer is to type over, such as the reason of an exemption. */
  readonly placeholder: Span | undefined;
}

/** What can be done at a place of a draft: what mends its findings first, then what can be put in. */
export function actions(context: CheckContext, checked: DraftCheck, place: Span): readonly Action[] {
  const { draft } = checked;
  const findings = checked.findings.filter(finding => isAt(finding, place));
  const mends = findings.flatMap(finding => [
    ...finding.fixes.map(fix => quickfix(finding, fix.title, wrapped(draft, [fix]), fix.preferred)),
    ...fixAll(checked, finding.code),
  ]);
  const ignores = findings.flatMap(finding => ignore(checked, finding));
  const cites = draft.quotations.flatMap((quotation, index) => {
    const verification = checked.verifications[index];
    const atQuotation = place.start <= quotation.outer.end && quotation.outer.start <= place.end;
    return verification === undefined || !atQuotation ? [] : cite(context, checked, index);
  });
  const inserts = insertions(context, draft, place).map(({ title, edit }) =>
    action('insert', title, wrapped(draft, [fitCell(draft, edit)])),
  );
  return [...mends, ...cites, ...inserts, ...ignores];
}

/** All edits that are safe without looking: for “fix all” of a whole draft. */
export function safeEdits(checked: DraftCheck, code?: FindingCode): readonly Edit[] {
  const edits: Edit[] = [];
  for (const finding of checked.findings) {
    const fix = finding.fixes.find(it => it.preferred);
    const wanted = code === undefined || finding.code === code;
    if (fix !== undefined && wanted && !edits.some(edit => overlaps(edit, fix))) {
      edits.push({ start: fix.start, end: fix.end, newText: fix.newText });
    }
  }
  return edits.sort((one, other) => one.start - other.start);
}

/** Whether a finding is what somebody at that place asks about. */
export function isAt(finding: Finding, place: Span): boolean {
  return overlaps(finding, place) || touches(finding, place.start) || touches(place, finding.start);
}

function action(kind: Action['kind'], title: string, edits: readonly Edit[]): Action {
  return { title, kind, finding: undefined, edits, preferred: false, placeholder: undefined };
}

function quickfix(finding: Finding, title: string, edits: readonly Edit[], preferred: boolean): Action {
  return {
    ...action(
      'quickfix',
      title,
      edits.map(({ start, end, newText }) => ({ start, end, newText })),
    ),
    finding,
    preferred,
  };
}

function fixAll(checked: DraftCheck, code: FindingCode): Action[] {
  const edits = safeEdits(checked, code);
  const found = checked.findings.filter(it => it.code === code).length;
  // What is for the writer to choose stays: the title does not promise more than is done.
  const title =
    edits.length === found
      ? found === 2
        ? say('Mend both findings “{0}” in the draft', code)
        : say('Mend all {0} findings “{1}” in the draft', found, code)
      : say('Mend {0} of the {1} findings “{2}” in the draft', edits.length, found, code);
  return edits.length < 2 ? [] : [action('all', title, wrapped(checked.draft, edits))];
}

/** A comment at the end of the line, or of the cell. Plain text has none: a comment there would be copy. */
function ignore({ draft }: DraftCheck, finding: Finding): Action[] {
  if (draft.language === 'plaintext' || finding.code === 'check-failed') {
    return [];
  }
  const at = outsideHidden(draft, finding.end + restOfLine(draft, finding.end).trimEnd().length);
  const reason = say('reason');
  const before = ` <!-- stet-ignore ${finding.code}: `;
  return [
    {
      ...quickfix(
        finding,
        say('Ignore “{0}” here, with a reason', finding.code),
        [{ start: at, end: at, newText: `${before}${reason} -->` }],
        false,
      ),
      placeholder: { start: before.length, end: before.length + reason.length },
    },
  ];
}

/** A comment within a citation or an address that goes on in the next line would be a part of it. */
function outsideHidden({ text, blocks, citations }: Draft, offset: number): number {
  const at = blocks.findLastIndex(it => it.start <= offset);
  const block = blocks[at];
  const around = [...(block?.hidden ?? []), ...citations].find(it => it.start < offset && offset < it.end);
  // What shows nothing at the end of a block is left out of it.
  const tail = text.slice(offset, blocks[at + 1]?.start);
  const goesOn =
    block !== undefined && block.end < offset && /^[ \t]*(?:\r\n|\r|\n)[ \t>]*[^\s>-]/.test(tail);
  return around?.start ?? (goesOn ? block.end : offset);
}

function cite(context: CheckContext, checked: DraftCheck, index: number): Action[] {
  const { draft, verifications } = checked;
  const quotation = draft.quotations[index];
  const verification = verifications[index];
  if (quotation === undefined || verification === undefined || neverCloses(draft, quotation)) {
    return [];
  }
  const [passage] = passagesBehind(verification);
  const edits = passage === undefined ? [] : citationEdits(context.project, draft, quotation, passage);
  return passage === undefined || edits.length === 0
    ? []
    : [
        action(
          'insert',
          say('Cite {0}, ¶{1}', articleName(passage.article), passage.paragraph),
          wrapped(draft, edits),
        ),
      ];
}
