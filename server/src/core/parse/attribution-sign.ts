import type { Subject } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';

/** A sign of speech that is neither imagined nor denied, and asks nothing. */
export function sign({
  strength,
  cue,
  subject,
  order,
  from,
  to,
}: Omit<Attribution, 'imagined' | 'denied' | 'unsaid' | 'asks'>): Attribution {
  return {
    strength,
    cue,
    subject,
    order,
    from,
    to,
    imagined: false,
    denied: false,
    unsaid: false,
    asks: false,
  };
}

/** A cue and, behind it, who speaks: `according to Lane`. */
export function cueFirst(
  strength: Attribution['strength'],
  cue: Attribution['cue'],
  subject: Subject | undefined,
): Attribution {
  return sign({ strength, cue, subject, order: 'cue first', from: cue.from, to: subject?.to ?? cue.to });
}

/** Who speaks and, behind them, the cue: `Lane’s answer was`. */
export function subjectFirst(
  strength: Attribution['strength'],
  cue: Attribution['cue'],
  subject: Subject,
): Attribution {
  return sign({ strength, cue, subject, order: 'subject first', from: subject.from, to: cue.to });
}
