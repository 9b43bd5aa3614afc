import assert from 'node:assert/strict';
import { reasonOf } from '../../server/src/fs/problem.ts';

describe('why a file cannot be read', () => {
  const table: readonly (readonly [code: string, reason: string])[] = [
    ['EBUSY', 'another program keeps it locked'],
    ['ETIMEDOUT', 'its drive does not answer'],
    ['ESTALE', 'its drive does not answer'],
    ['UNKNOWN', 'the system cannot fetch it: what is kept in the cloud has to be downloaded first'],
    ['EDEADLK', 'the system cannot fetch it: what is kept in the cloud has to be downloaded first'],
    ['EXDEV', 'it cannot be read (EXDEV: as the system says it)'],
  ];
  for (const [code, reason] of table) {
    it(`is told in words: ${code}`, () => {
      assert.equal(reasonOf(Object.assign(new Error(`${code}: as the system says it`), { code })), reason);
    });
  }
});
