import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { Range } from 'vscode-languageserver-types';
import { definition } from '../../../server/features/definition';
import { documentHighlight } from '../../../server/features/documentHighlight';
import { linkedEditingRange } from '../../../server/features/linkedEditingRange';
import { prepareRename } from '../../../server/features/prepareRename';
import { references } from '../../../server/features/references';
import { rename } from '../../../server/features/rename';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { A, B, C, NOWHERE } from '../../support/ids';
import { openFlow } from '../../support/openFlow';

/** Any flow, with UUIDs or with names, and any place of it. */
const anyPlace = fc.tuple(arbitraryFlow, fc.boolean(), fc.nat()).map(([actions, named, at]) => {
  const written = JSON.stringify(actions, null, 2);
  const text = named ? written.replaceAll(A, 'first').replaceAll(B, 'second-one').replaceAll(C, 'Third_3') : written;
  const open = openFlow(text, { jsonc: named });
  return { ...open, named, offset: at % open.text.length };
});

const key = ({ start, end }: Range) => `${start.line}:${start.character}-${end.line}:${end.character}`;
const keys = (ranges: readonly Range[]) => ranges.map(key).sort();

suite('what stands at any place of any flow', () => {
  test('has references that all lead where it leads', () => {
    let led = 0;
    fc.assert(
      fc.property(anyPlace, ({ document, offset }) => {
        const found = references(document, offset, { includeDeclaration: false }) ?? [];
        const [target] = definition(document, offset) ?? [];
        if (!target || found.length === 0) return;
        const whole = references(document, offset, { includeDeclaration: true }) ?? [];
        for (const { range } of found) {
          const at = document.offsetAt(range.start) + 1;
          const same = references(document, at, { includeDeclaration: true }) ?? [];
          assert.deepEqual(keys(same.map((location) => location.range)), keys(whole.map((location) => location.range)));
          led++;
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(led > 30, `${led} led somewhere`);
  });

  test('is lit up, renamed and linked where its references are', () => {
    let renamed = 0;
    fc.assert(
      fc.property(anyPlace, ({ document, offset, named }) => {
        const prepared = prepareRename(document, offset);
        if (!prepared || !('range' in prepared)) return;
        const found = keys(
          (references(document, offset, { includeDeclaration: true }) ?? []).map(({ range }) => range),
        );
        const lit = keys((documentHighlight(document, offset) ?? []).map(({ range }) => range));
        assert.deepEqual(lit, found);
        const isId = [A, B, C, 'first', 'second-one', 'Third_3'].includes(prepared.placeholder);
        const answer = rename(document, offset, isId ? (named ? 'other' : NOWHERE) : 'other');
        assert.ok(answer && 'changes' in answer, JSON.stringify(answer));
        assert.equal(Object.values(answer.changes ?? {}).flat().length, found.length);
        const linked = linkedEditingRange(document, offset);
        if (linked) assert.deepEqual(keys(linked.ranges), found);
        renamed++;
      }),
      { numRuns: 500 },
    );
    assert.ok(renamed > 30, `${renamed} were renamed`);
  });
});
