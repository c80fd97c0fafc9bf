import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { toValue } from '../../../flow/json/node';
import { parseJson } from '../../../flow/json/parse';
import { simulate } from '../../../flow/simulator';
import { sharedText } from '../../support/shared';
import * as arbitrary from './support/arbitraryRuns';

const expected = sharedText('corpus/expected.json');
const files = expected === undefined ? [] : (JSON.parse(expected) as { file: string }[]).map(({ file }) => file);

/** The actions of a document, or the document itself where there are none: what is not a flow must not upset a run either. */
function actionsOf(text: string): JsonValue | undefined {
  const { root } = parseJson(text, { allowTrailingComma: true });
  const value = root && (toValue(root) as JsonValue);
  return typeof value === 'object' && value !== null && 'actions' in value ? (value.actions as JsonValue) : value;
}

if (files.length > 0) {
  suite('the flows of the corpus', () => {
    test('run to an end under any world', () => {
      const texts = files.flatMap((file) => sharedText(`corpus/files/${file}`) ?? []);
      assert.equal(texts.length, files.length);
      for (const text of texts) {
        const actions = actionsOf(text);
        fc.assert(
          fc.property(arbitrary.world, fc.constantFrom('call', 'api', 'conversation'), (world, referenceType) => {
            const { result } = simulate({ actions, referenceType }, world, { semantics: 'observed' });
            assert.ok(result.used <= 101);
          }),
          { numRuns: 5 },
        );
      }
    });
  });
}
