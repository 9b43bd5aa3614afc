import type { Candidate } from './layout-candidate.ts';

/** So many questions make an interview; of its answers and questions these shares say *I* and *you*. */
const fewestQuestions = 3;
const leastOfI = 0.6;
const leastOfYou = 0.5;

/** No question is longer, in characters. */
const longestQuestion = 400;

const you = /(?:^|[^\p{L}])[Yy]ou(?:r|rs|rself)?(?![\p{L}])/u;
const singular = /(?:^|[^\p{L}])(?:I|I['’](?:m|ve|ll|d)|[Mm]y|[Mm]e|[Mm]yself)(?![\p{L}.])/u;

/** A narrator who quotes: `“…,” she says`. */
const narrates =
  /["“][^"“”]{12,}[,.?!]["”]\s(?:\p{L}+ ){0,3}(?:sa(?:id|ys)|told|tells|add(?:s|ed)|repl(?:ies|ied))\b/u;

/**
 * Marks the answers of a printed interview, which has its questions in lines of their own, in bold or not, and no names before
 * what is said.
 */
export function markInterview(all: readonly Candidate[]): void {
  const flowing = all.filter(it => it.kind === undefined);
  const asks = withInvitations(flowing, flowing.map(isQuestion));
  const count = asks.filter((it, index) => it && asks[index + 1] === false).length;
  if (
    count < fewestQuestions ||
    flowing.some(it => it.label !== undefined && /^[QA]$/.test(it.label.label))
  ) {
    return;
  }
  // What has its questions in bold has all that is asked in bold: `**Tell me about the dog.**`
  const bold = flowing.filter((it, index) => asks[index] === true && isBold(it.line)).length * 2 > count;
  const isAsked = flowing.map((it, index) => (bold ? isBold(it.line) : asks[index] === true));
  const questions = flowing.filter((_, index) => isAsked[index] === true);
  const answers = flowing.filter((_, index) => isAsked[index - 1] === true && isAsked[index] === false);
  // What the paper tells before the first question and behind the last answer is no part of it.
  const [first, last] = [isAsked.indexOf(true), isAsked.lastIndexOf(true)];
  const isInterview =
    answers.length >= fewestQuestions &&
    share(answers, it => singular.test(unquoted(it.line))) >= leastOfI &&
    share(questions, it => you.test(it.line)) >= leastOfYou &&
    !flowing.some((it, index) => first < index && index <= last + 1 && narrates.test(it.line));
  if (!isInterview) return;
  let speaks = false;
  for (const [index, it] of flowing.entries()) {
    if (isAsked[index] === true) {
      it.kind = 'paragraph';
      speaks = true;
    } else if (speaks && it.label === undefined && isAnswer(it, index, last, isAsked)) {
      it.kind = 'transcript';
    } else {
      // Behind the last answer the paper speaks again.
      speaks &&= index < last;
    }
  }
}

/** So many lines must end in a question mark before others may ask without one. */
const fewestMarked = 2;

/** How lines begin that ask, or invite to tell. */
const inviting =
  /^(?:And |But |So |OK, |Okay, )?(?:tell|talk|describe|explain|what|why|how|when|where|who|which|do|did|does|is|are|was|were|have|has|had|can|could|would|will|should|you)\b/i;

/** With the lines that ask without a question mark: `Tell me about your first day`, `And what did she say`. */
function withInvitations(all: readonly Candidate[], asks: readonly boolean[]): readonly boolean[] {
  if (asks.filter(it => it).length < fewestMarked) return asks;
  return all.map(
    ({ line, features }, index) =>
      asks[index] === true ||
      (index > 0 &&
        line.length <= longestInvitation &&
        !features.stopped &&
        !features.leadsIn &&
        features.words > 3 &&
        all[index + 1]?.features.stopped === true &&
        inviting.test(line)),
  );
}

/** No line that asks without a question mark is longer, in characters. */
const longestInvitation = 120;

function isQuestion({ line, features }: Candidate): boolean {
  return line.length <= longestQuestion && features.words > 1 && endsInQuestion(line) && !/^["“‘]/.test(line);
}

/** Whether a question mark is the last of a line but for marks and brackets that close. */
function endsInQuestion(line: string): boolean {
  let at = line.length - 1;
  while (at > 0 && '"”’\'*_)'.includes(line.charAt(at))) at--;
  return line.charAt(at) === '?';
}

/** A paragraph that is in bold as a whole. */
function isBold(line: string): boolean {
  return /^(\*\*|__)(?!\s)[^*]{3,}\1$/.test(line) || /^<(b|strong)>.*<\/\1>$/.test(line);
}

/** The first paragraph below a question is its answer; a later one that says *you* and never *I* may be asked without a question mark. */
function isAnswer(
  { line, features }: Candidate,
  index: number,
  last: number,
  isAsked: readonly boolean[],
): boolean {
  if (!features.stopped) return false;
  const isFirst = isAsked[index - 1] === true;
  const isOwn = singular.test(unquoted(line));
  return isFirst || isOwn || (index < last && !you.test(line));
}

function unquoted(line: string): string {
  return line.replace(/["“][^"”]*["”]/g, ' ');
}

function share(all: readonly Candidate[], is: (it: Candidate) => boolean): number {
  return all.length === 0 ? 0 : all.filter(is).length / all.length;
}
