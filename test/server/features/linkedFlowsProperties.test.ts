import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import type { JsonValue } from '../../../flow/json/jsonValue';
import { definition } from '../../../server/features/definition';
import { references } from '../../../server/features/references';
import { rename } from '../../../server/features/rename';
import { variableNamed } from '../../../server/text/named';
import { listOccurrences } from '../../../server/text/occurrences';
import { arbitraryFlow } from '../../support/arbitraryFlows';
import { A, B, C } from '../../support/ids';
import { openWorkspace } from '../../support/openWorkspace';

const ids = [A, B, C];
const nameOf = (at: number) => `${at}.flow.json`;
const links = Object.fromEntries(ids.map((id, at) => [id, nameOf(at)]));

/** Three flows that fetch each other, or call each other, in any way. */
const workspaces = fc
  .array(fc.tuple(arbitraryFlow, fc.constantFrom(...ids), fc.constantFrom('fetch_flow', 'call', 'answer')), {
    minLength: 3,
    maxLength: 3,
  })
  .map((flows) =>
    Object.fromEntries(
      flows.map(([actions, id, type], at) => [
        nameOf(at),
        JSON.stringify([...(actions as JsonValue[]), { type, option: { flow_id: id } }], null, 1).replaceAll('|', '/'),
      ]),
    ),
  );

const variable = fc.constantFrom('a', 'b', 'outside');

/** The first place of a variable in a file; undefined where it has none. */
function firstPlace({ document }: ReturnType<typeof openWorkspace>, file: string, name: string): number | undefined {
  return listOccurrences(document(file).model, variableNamed(name))[0]?.place.offset;
}

suite('linked flows: any workspace', () => {
  test('a variable has the same places from each of them, and leads to some of them', () =>
    fc.assert(
      fc.property(workspaces, fc.nat(2), variable, (files, at, name) => {
        const opened = openWorkspace(files, { links });
        const placesFrom = (file: string, offset: number) => {
          const own = opened.document(file);
          return references(own, offset, { includeDeclaration: true }, opened.workspace) ?? [];
        };
        const keys = (found: ReturnType<typeof placesFrom>) =>
          found.map(({ uri, range }) => `${opened.nameOf(uri)} ${JSON.stringify(range.start)}`).sort();
        const start = firstPlace(opened, nameOf(at), name);
        if (start === undefined) return;
        const all = placesFrom(nameOf(at), start);
        for (const { uri, range } of all) {
          const file = opened.nameOf(uri);
          const own = opened.document(file);
          const offset = own.offsetAt(range.start);
          assert.deepEqual(keys(placesFrom(file, offset)), keys(all));
          const leads = definition(own, offset, opened.workspace) ?? [];
          const targets = leads.map((link) => ({ uri: link.targetUri, range: link.targetSelectionRange }));
          for (const key of keys(targets)) assert.ok(keys(all).includes(key), key);
        }
      }),
      { numRuns: 150 },
    )).timeout(60_000);

  test('a rename and its way back give the texts again', () =>
    fc.assert(
      fc.property(workspaces, fc.nat(2), variable, (files, at, name) => {
        const renamed = (texts: Readonly<Record<string, string>>, from: string, to: string) => {
          const opened = openWorkspace(texts, { links });
          const offset = firstPlace(opened, nameOf(at), from);
          if (offset === undefined) return undefined;
          const own = opened.document(nameOf(at));
          const edit = rename(own, offset, to, opened.workspace);
          assert.ok(edit && !('refusal' in edit), JSON.stringify(edit));
          return { ...texts, ...opened.after(edit) };
        };
        const changed = renamed(files, name, 'fresh');
        if (!changed) return;
        assert.notDeepEqual(changed, files);
        assert.deepEqual(renamed(changed, 'fresh', name), files);
      }),
      { numRuns: 150 },
    )).timeout(60_000);
});
