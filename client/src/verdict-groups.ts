/** Verdicts in the order in which the Draft view shows them: what is to be mended first. */
const order = [
  'clipped',
  'altered',
  'stitched',
  'not-speech',
  'misattributed',
  'not-found',
  'nested',
  'omission',
  'variants',
  'verified',
];

/** The entries of a list by their verdict, each group in the order of the list. */
export function byVerdict<Item extends { readonly verdict: string }>(
  items: readonly Item[],
): readonly { readonly verdict: string; readonly items: readonly Item[] }[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.verdict) ?? [];
    groups.set(item.verdict, group);
    group.push(item);
  }
  return [...groups]
    .sort(([one], [other]) => rank(one) - rank(other))
    .map(([verdict, grouped]) => ({ verdict, items: grouped }));
}

/** A codicon and a theme colour for a quotation: as severe as what is told of it. */
export function quotationIcon(
  verdict: string,
  severity: 'error' | 'warning' | 'information' | 'hint' | null,
): { readonly icon: string; readonly color: string } {
  switch (severity) {
    case 'error':
      return { icon: 'error', color: 'problemsErrorIcon.foreground' };
    case 'warning':
      return { icon: 'warning', color: 'problemsWarningIcon.foreground' };
    case 'information':
      return { icon: 'info', color: 'problemsInfoIcon.foreground' };
    case 'hint':
    case null:
      return verdict === 'verified' || verdict === 'variants'
        ? { icon: 'pass', color: 'testing.iconPassed' }
        : { icon: 'circle-slash', color: 'disabledForeground' };
  }
}

/** A verdict this list does not know comes first: something is to be seen there. */
function rank(verdict: string): number {
  return order.indexOf(verdict);
}
