import type { CorpusEntity } from '../../server/src/core/corpus/corpus.ts';

/** All that entities are, to be compared: what is worked out when it is asked for is else passed over. */
export function whole(entities: readonly CorpusEntity[]): readonly CorpusEntity[] {
  return entities.map(({ kind, name, forms, role, affiliation, occurrenceCount, occurrences }) => ({
    ...{ kind, name, forms, role, affiliation, occurrenceCount },
    occurrences,
  }));
}
