import { strict as assert } from 'node:assert';
import { Recent } from '../../server/src/core/text/recent.ts';

describe('what is remembered of the objects asked about last', () => {
  const objects = Array.from({ length: 1000 }, (_, number) => ({ number }));

  it('is made once for as many as are wanted, however many came before', () => {
    const made: number[] = [];
    const recent = new Recent<{ number: number }, { number: number }>(10);
    const ask = (it: { number: number }): void => {
      const value = recent.get(it, key => {
        made.push(key.number);
        return { number: key.number };
      });
      assert.equal(value.number, it.number);
    };
    objects.forEach(ask);
    made.length = 0;
    objects.slice(-10).forEach(ask);
    assert.equal(made.length, 0);
    // Who is asked about again and again is not forgotten.
    for (const it of objects.slice(0, 100)) {
      ask(it);
      ask(objects[999]!);
    }
    assert.equal(made.includes(999), false);
  });

  it('is forgotten at last', () => {
    let made = 0;
    const recent = new Recent<object, object>(10);
    const make = (): object => {
      made++;
      return {};
    };
    objects.forEach(it => recent.get(it, make));
    objects.forEach(it => recent.get(it, make));
    assert.equal(made, 2000);
  });
});
