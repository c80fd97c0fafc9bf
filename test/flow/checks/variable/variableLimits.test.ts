import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findingsIn, listFindings } from '../../../support/findings';

const only = ['variable-limits'];
const body = (variables: object) => JSON.stringify({ actions: [], variables });
const said = (variables: object) => listFindings(body(variables), { only }).map(({ message }) => message);
const many = (count: number, value: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${String(index).padStart(3, '0')}`, value]));

suite('variable-limits', () => {
  test('more than 100 variables are refused', () => {
    assert.deepEqual(said(many(100, '')), []);
    assert.deepEqual(said(many(101, '')), [
      'There are 101 variables. The API accepts at most 100 and refuses the request. Remove some.',
    ]);
    assert.deepEqual(findingsIn(body(many(101, '')), { only }), ['variable-limits on "variables"']);
  });

  test('of equal names one counts', () => {
    const twice = `{ "actions": [], "variables": { ${JSON.stringify(many(100, '')).slice(1, -1)}, "v000": "" } }`;
    assert.deepEqual(findingsIn(twice, { only }), []);
  });

  test('a value over 32 KB is refused, counted in bytes', () => {
    assert.deepEqual(said({ text: 'a'.repeat(32_768) }), []);
    assert.match(
      said({ text: 'a'.repeat(32_769) })[0] ?? '',
      /^This value has 32 769 bytes\. The API accepts at most 32 768/,
    );
    assert.match(said({ text: 'ä'.repeat(16_385) })[0] ?? '', /32 770 bytes/);
  });

  test('64 KB is the most of all names and values together', () => {
    assert.deepEqual(said(many(64, 'a'.repeat(1020))), []);
    assert.match(said(many(64, 'a'.repeat(1021)))[0] ?? '', /^All variables together have 65 600 bytes/);
  });

  test('one value that is too long is told once', () => {
    assert.equal(said({ text: 'a'.repeat(70_000) }).length, 1);
  });
});
