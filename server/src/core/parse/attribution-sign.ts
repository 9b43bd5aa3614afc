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
