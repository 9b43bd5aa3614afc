import { endsWith, type Form, withoutParticles } from './entities-forms.ts';
import { wordBefore } from './entities-roles.ts';
import type { Occurrence } from './entities.ts';
import type { NameKind } from './reading.ts';

/** Prepositions of place: what follows them is hardly a person. */
const LOCATIVE = new Set(['in', 'at', 'to', 'near', 'outside', 'across', 'into', 'from']);

/** A form that was taken for several kinds gets the one it was taken for most often. */
export function settleKinds(text: string, occurrences: readonly Occurrence[]): void {
  const votes = new Map<string, { readonly counts: Map<NameKind, number>; readonly forms: Set<Form> }>();
  for (const { form } of occurrences) {
    const key = form.words.join(' ');
    const vote = votes.get(key) ?? { counts: new Map<NameKind, number>(), forms: new Set<Form>() };
    vote.counts.set(form.kind, (vote.counts.get(form.kind) ?? 0) + 1);
    vote.forms.add(form);
    votes.set(key, vote);
  }
  const fullNames: Form[] = [];
  for (const { counts, forms } of votes.values()) {
    const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] === 'person' ? -1 : 0));
    for (const form of forms) {
      form.kind = first?.[0] ?? form.kind;
      if (form.kind === 'person' && form.words.length > 1) {
        fullNames.push(form);
      }
    }
  }
  const surnames = new Set(fullNames.map(it => it.words.at(-1)));
  const placed = new Set(occurrences.filter(it => isAfterLocative(text, it.span.start)).map(it => it.form));
  for (const { forms } of votes.values()) {
    for (const form of forms) {
      const bare = withoutParticles(form.words);
      const isSurname =
        form.kind !== 'person' &&
        bare.length === 1 &&
        surnames.has(bare[0]) &&
        fullNames.some(it => endsWith(it.words, bare));
      if (isSurname && !placed.has(form)) {
        form.kind = 'person';
      }
    }
  }
}

function isAfterLocative(text: string, start: number): boolean {
  const word = wordBefore(text, start, Math.max(0, start - 12));
  return word !== undefined && LOCATIVE.has(text.slice(word.start, word.end).toLowerCase());
}
