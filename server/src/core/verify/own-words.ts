import type { Article } from '../corpus/article.ts';

/** So far before a mark is read who is quoted there, in characters. */
const longestLead = 80;

/** `I told them, ‘`: not what nobody has said yet (`if I said ‘`), or what another says (`they claim I said ‘`). */
const ownLead =
  /(?:^|[^\p{L}’'])(?<before>\p{L}+[,;:.!?…–—-]*\s+)?I(?: (?:just|also|then|always|even|simply|only))? (?:said|told|asked|shouted|yelled|replied|answered|wrote|texted|added|repeated)(?: (?:to )?(?:\p{L}[\p{L}.’'-]*)(?: \p{L}[\p{L}.’'-]*){0,3})?[,:]?\s*["“„‘‚'«]*\s*$/u;
const notOwn =
  /^(?:if|unless|suppose|supposing|imagine|whether|had|wish|that|like|think|thinks|thought|believe|believes|claim|claims|claimed|say|says|said|saying|pretend|pretends|did|do|have|would|should|could|never|not)\s/i;

/** Whether a passage within a speaker’s words is what the speaker said before: `“I told them, ‘We stay,’” Lane said.` */
export function isOwnBefore({
  article,
  start,
}: {
  readonly article: Article;
  readonly start: number;
}): boolean {
  const whole = article.quotations.find(it => it.start <= start && start < it.end);
  const inner = whole?.nested.find(it => it.start <= start && start < it.end);
  if (whole === undefined || inner === undefined) {
    return false;
  }
  const lead = article.text.slice(Math.max(whole.start, inner.start - longestLead), inner.start);
  // Nearly all lead in with something else, and this pattern is long.
  const found = /\bI\b/.test(lead) ? ownLead.exec(lead) : null;
  return found !== null && !notOwn.test(found.groups?.['before'] ?? '');
}
