import type { CorpusEntity } from '../../server/src/core/corpus/corpus.ts';

/** All that entities are, to be compared: what is worked out when it is asked for is else passed over. */
export function whole(entities: readonly CorpusEntity[]): readonly Omit<CorpusEntity, 'latest'>[] {
  return entities.map(
    ({ kind, name, forms, role, affiliation, occurrenceCount, sourceCount, occurrences }) => ({
      ...{ kind, name, forms, role, affiliation, occurrenceCount, sourceCount },
      occurrences,
    }),
  );
}
