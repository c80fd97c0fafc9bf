import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { simulateCommand } from '../../cli/simulate/simulateCommand';
import { writeJson } from '../../cli/writeJson';
import { recordingIo } from '../support/cli';

suite('JSON for other programs', () => {
  const deep = (inner: string) => `${'['.repeat(9000)}${inner}${']'.repeat(9000)}`;

  test('is what JSON.stringify writes, as deep as that goes', () => {
    const value = { a: [1, 'x"', null, { b: undefined, c: [] }], d: {} };
    assert.equal(writeJson(value, 2), JSON.stringify(value, null, 2));
  });

  test('of a value that is nested deeper is the same on one line', () => {
    const inner = '{"a":[1,"x\\"",null,true,[],{}],"b":{}},2';
    assert.equal(writeJson(JSON.parse(deep(inner))), deep(inner));
    const left = { a: JSON.parse(deep('1')), b: undefined };
    assert.equal(writeJson(left, 2), `{"a":${deep('1')}}`);
  });

  test('comes of a flow whose option has thousands of levels', async () => {
    const flow = `[{"type":"talk","option":{"text":"\${a}","x":${deep('')}}}]`;
    const { io, written } = recordingIo(flow);
    assert.equal(await simulateCommand(['--format', 'json', '-'], io), 0);
    assert.ok(written.stdout.includes(`"x":${deep('')}`));
  });
});
