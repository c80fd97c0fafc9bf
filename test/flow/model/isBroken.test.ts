import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { JsonNode } from '../../../flow/json/node';
import { readFlow } from '../../../flow/model/flowModel';
import { isBroken } from '../../../flow/model/isBroken';
import { pointerOf } from '../../support/pointerOf';

/** The pointers of the broken objects and arrays of a text. */
function broken(text: string): string[] {
  const model = readFlow(text);
  const found: string[] = [];
  const visit = (node: JsonNode) => {
    if ((node.type === 'object' || node.type === 'array') && isBroken(model, node)) found.push(pointerOf(node) || '/');
    node.children.forEach(visit);
  };
  if (model.root) visit(model.root);
  return found;
}

suite('broken containers', () => {
  test('hold what cannot be read, directly', () => {
    assert.deepEqual(broken('[{"type":"talk", ...}]'), ['/0']);
    assert.deepEqual(broken('[{"type":"play","option":{"stream_urls":[...]}}]'), ['/0/option/stream_urls']);
    assert.deepEqual(broken('[{"type":"a"} {"type":"b"}]'), ['/']);
  });

  test('comments, trailing commas and a byte order mark hide nothing', () => {
    assert.deepEqual(broken('\ufeff[ /* a */ {"type":"talk",}, // b\n]'), []);
    assert.deepEqual(broken('[{"type":"talk"}]'), []);
  });

  test('an object whose end is missing is broken', () => {
    assert.deepEqual(broken('[{"type":"talk"').includes('/0'), true);
  });
});
