import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { caseName, freeCaseName } from '../../../flow/tests/caseName';

suite('the name of a case', () => {
  test('says what happens as long as that is short, and then the acts of the caller first', () => {
    assert.equal(caseName({ digits: ['7', '2'] }), 'the caller presses 7, then 2');
    assert.equal(caseName({}), 'the caller does nothing');
    assert.equal(
      caseName({ now: '2026-11-18T10:30:00Z', amd: 'human', digits: ['7', '', '2'], callees: ['busy'] }),
      'a person picks up, presses 7, nothing, 2, the called party…',
    );
    assert.equal(
      caseName({ digits: Array.from({ length: 40 }, (_, at) => String(at % 10)) }),
      'presses 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6,…',
    );
  });

  test('is cut where it says less than the case, so that it is not the name of another one', () => {
    const placed = { calls: [{ digits: ['1'], callees: [{ does: 'answers' as const, after: 5000 }] }] };
    assert.match(caseName({ digits: ['2'], ...placed }), /^presses 2, in call 1: .*…$/);
    const filling = '1'.repeat(48);
    const name = caseName({ digits: [filling], amd: 'human' });
    assert.ok(name.endsWith('…') && name.length <= 60, name);
  });

  test('has at most 60 characters, and is its own', () => {
    const world = fc.record(
      {
        digits: fc.array(fc.stringMatching(/^[0-9*#]{0,9}$/), { maxLength: 20 }),
        variables: fc.dictionary(fc.string({ maxLength: 30 }), fc.string({ maxLength: 90 }), { maxKeys: 3 }),
        now: fc.constant('2026-11-18T10:30:00Z'),
        hangs_up_at: fc.nat(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(world, { minLength: 1, maxLength: 12 }), (worlds) => {
        const taken = new Set<string>();
        const names = worlds.map((other) => freeCaseName(caseName(other), taken));
        assert.equal(new Set(names).size, names.length);
        for (const name of names) assert.ok(name.length > 0 && name.length <= 60, name);
      }),
    );
  });
});
