import { strict as assert } from 'node:assert';
import { FindingToMend, type Fix } from '../../server/src/core/features/finding.ts';

describe('a finding to mend', () => {
  it('has its fixes worked out once, and not before they are asked for', () => {
    const fix: Fix = { start: 1, end: 3, title: 'Put it right', newText: 'so', preferred: true };
    let times = 0;
    const finding = new FindingToMend(
      {
        code: 'quote-altered',
        class: 'wording',
        severity: 'error',
        message: 'No.',
        related: [],
      },
      { start: 0, end: 9 },
      () => {
        times++;
        return [fix];
      },
    );
    assert.equal(times, 0);
    assert.deepEqual([finding.fixes, finding.fixes], [[fix], [fix]]);
    assert.equal(times, 1);
  });
});
