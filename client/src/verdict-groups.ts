/** Verdicts in the order in which the Draft view shows them: what is to be mended first. */
const order = [
  'clipped',
  'altered',
  'stitched',
  'not-speech',
  'misattributed',
  'not-found',
  'unclosed',
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

/** How severe something is that is told of a draft. */
type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A codicon and the theme colour to show it in. */
interface Icon {
  readonly icon: string;
  readonly color: string;
}

/** The icon of a quotation: as severe as what is told of it. */
export function quotationIcon(verdict: string, severity: Severity | null): Icon {
  if (severity !== null && severity !== 'hint') {
    return severityIcon(severity);
  }
  return verdict === 'verified' || verdict === 'variants'
    ? { icon: 'pass', color: 'testing.iconPassed' }
    : { icon: 'circle-slash', color: 'disabledForeground' };
}

/** The icon that the editor has for what is so severe. */
export function severityIcon(severity: Severity): Icon {
  switch (severity) {
    case 'error':
      return { icon: 'error', color: 'problemsErrorIcon.foreground' };
    case 'warning':
      return { icon: 'warning', color: 'problemsWarningIcon.foreground' };
    case 'information':
    case 'hint':
      return { icon: 'info', color: 'problemsInfoIcon.foreground' };
  }
}

/** A verdict this list does not know comes first: something is to be seen there. */
function rank(verdict: string): number {
  return order.indexOf(verdict);
}
