import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Quotation } from '../parse/reading.ts';
import type { Project } from '../project.ts';
import { keyOf, placesFrom, type KeyPart } from '../text/key.ts';
import { overlapping, overlaps, type Span } from '../text/span.ts';
import { contextOf } from './clipped.ts';
import { isCued } from './utterance-parts.ts';
import { spokenIn } from './spoken.ts';
import type { Spoken } from './spoken.ts';
import type { Verification } from './verdict.ts';
import { verify } from './verify.ts';

/** Verdicts kept at the least; a newsroom's drafts of a day have fewer quotations. */
const leastKept = 4000;

/** A verdict, and where the quotation stood that it was worked out for. */
interface Kept {
  readonly start: number;
  readonly verification: Verification;
}

/** Remembers verdicts by words, speaker and revision of the corpus: typing elsewhere in a draft verifies nothing anew. */
export class Verifier {
  readonly #project: Project;
  #kept = new Map<string, Kept>();
  /** Those before: what is asked for again goes on being kept, the rest goes when there are as many new ones. */
  #before: ReadonlyMap<string, Kept> = new Map();
  #corpus: Corpus | undefined;
  #revision = -1;
  #computed = 0;

  constructor(project: Project) {
    this.#project = project;
  }

  /** How many verdicts were worked out, and not remembered. */
  get computed(): number {
    return this.#computed;
  }

  verify(corpus: Corpus, draft: Draft, quotation: Quotation): Verification {
    if (corpus !== this.#corpus || corpus.revision !== this.#revision) {
      this.#kept = new Map();
      this.#before = new Map();
      this.#corpus = corpus;
      this.#revision = corpus.revision;
    }
    const key = keyFor(draft, quotation);
    const known = this.#kept.get(key);
    const kept = known ?? this.#before.get(key) ?? this.#compute(corpus, draft, quotation);
    if (known === undefined) {
      // However long a draft is, all of it is still known when it has been gone through once.
      if (this.#kept.size >= Math.max(leastKept, draft.quotations.length)) {
        this.#before = this.#kept;
        this.#kept = new Map();
      }
      this.#kept.set(key, kept);
    }
    return moved(kept.verification, quotation.start - kept.start);
  }

  #compute(corpus: Corpus, draft: Draft, quotation: Quotation): Kept {
    this.#computed++;
    return { start: quotation.start, verification: verify(corpus, draft, quotation, this.#project) };
  }
}

/** All of a draft that a verdict depends on. */
function keyFor(draft: Draft, quotation: Quotation): string {
  const { start, end } = quotation;
  const hidden = (draft.blocks[quotation.block]?.hidden ?? []).filter(it => overlaps(it, quotation));
  const names = overlapping(draft.mentions, it => it, quotation);
  return keyOf([
    draft.text.slice(start, end),
    partsAround(draft, quotation),
    placesFrom(start, hidden),
    placesFrom(start, names),
  ]);
}

/** What a verdict depends on besides the words between the marks. */
export function partsAround(draft: Draft, quotation: Quotation): readonly KeyPart[] {
  const spoken = spokenIn(draft, quotation.speaker ?? draft.utterances[quotation.utterance]?.speaker);
  const context: Readonly<Record<string, string | boolean>> = { ...contextOf(draft, quotation) };
  return [
    quotation.kind,
    quotation.cue !== undefined,
    isCued(draft, quotation),
    spoken && partsOf(spoken),
    Object.values(context),
  ];
}

/** All that is known of whom a draft gives words to; what is worked out only when it is asked for, too. */
function partsOf(spoken: Spoken): readonly KeyPart[] {
  const { name, printed, kind, role, affiliation, hasNamesake, together, besides, company } = spoken;
  // `the mayor` is told from others by whom the draft names anywhere.
  const people = kind === 'unnamed' ? company.filter(it => it.kind === 'person').map(it => it.name) : [];
  const parts = [name, printed, kind, role, affiliation, hasNamesake, besides];
  return [...parts, together.map(partsOf), people];
}

/** A verification whose places in the draft moved along with its quotation. */
function moved(verification: Verification, by: number): Verification {
  if (by === 0) {
    return verification;
  }
  const shift = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  const there = {
    ...verification,
    span: shift(verification.span),
    changes: verification.changes.map(it => ({ ...it, draftSpan: shift(it.draftSpan) })),
  };
  workedOut.set(there, verification);
  return there;
}

/** By what moved along: what it was before it did. */
const workedOut = new WeakMap<Verification, Verification>();

/** The verification as it was worked out: the same object wherever its quotation stands by now. */
export function asWorkedOut(verification: Verification): Verification {
  return workedOut.get(verification) ?? verification;
}
