import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { listCosts } from '../../client/run/listCosts';
import { actionDefinitions } from '../../flow/catalog';
import { readFlow } from '../../flow/model/flowModel';
import { readText } from '../support/repository';

const section =
  readText('docs/running.md')
    .split(/^##+ /m)
    .find((text) => text.startsWith('What a call costs\n')) ?? '';

suite('docs/running.md, what a call costs', () => {
  test('names every action that Run Call says is billed, and no other', () => {
    const option = { destinations: [{ type: 'tel', target: '+15550101011' }] };
    const billed = actionDefinitions
      .map(({ type }) => type)
      .filter((type) =>
        (['call', 'api'] as const).some(
          (trigger) => listCosts(readFlow(JSON.stringify([{ type, option }])), trigger).length > 0,
        ),
      );
    const rows = section.split('\n').filter((line) => line.startsWith('| '));
    const told = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, type = '']) => type));
    assert.ok(billed.length > 5);
    assert.deepEqual([...new Set(told)].sort(), billed.sort());
  });
});
