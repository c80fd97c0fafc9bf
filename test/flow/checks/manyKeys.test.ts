import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { missingType } from '../../../flow/checks/action/missingType';
import { unknownActionKey } from '../../../flow/checks/action/unknownActionKey';
import type { Check } from '../../../flow/checks/check';
import { unknownBodyKey } from '../../../flow/checks/document/unknownBodyKey';
import { unknownOption } from '../../../flow/checks/option/unknownOption';
import { noSubjects } from '../../../flow/checks/subjects';
import type { JsonNode } from '../../../flow/json/node';
import { type FlowModel, readFlow } from '../../../flow/model/flowModel';

/** How often checks go through the keys of an object that has so many unknown ones. */
function readsOf(
  count: number,
  checks: readonly Check[],
  textWith: (keys: string) => string,
  objectIn: (model: FlowModel) => JsonNode | undefined,
): number {
  const model = readFlow(textWith(Array.from({ length: count }, (_, at) => `"zzzz${at}":"x"`).join(',')));
  const object = objectIn(model);
  assert.ok(object);
  const { children } = object;
  let reads = 0;
  Object.defineProperty(object, 'children', {
    get: () => {
      reads++;
      return children;
    },
  });
  let found = 0;
  for (const { check } of checks) check(model, () => found++, {}, noSubjects);
  assert.ok(found >= count, `${found} findings`);
  return reads;
}

suite('an object with many unknown keys', () => {
  test('has the key that stands for the type looked for once', () => {
    const reads = (count: number) =>
      readsOf(
        count,
        [missingType, unknownActionKey],
        (keys) => `{"actions":[{${keys}}]}`,
        ({ actions }) => actions[0]?.node,
      );
    assert.equal(reads(200), reads(20));
  });
  test('has the known options looked for once', () => {
    const reads = (count: number) =>
      readsOf(
        count,
        [unknownOption],
        (keys) => `{"actions":[{"type":"talk","option":{${keys}}}]}`,
        ({ actions }) => actions[0]?.option,
      );
    assert.equal(reads(200), reads(20));
  });
  test('has the known keys of the document looked for once', () => {
    const reads = (count: number) =>
      readsOf(
        count,
        [unknownBodyKey],
        (keys) => `{"name":"a","actions":[],${keys}}`,
        ({ body }) => body,
      );
    assert.equal(reads(200), reads(20));
  });
});
