import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { linkedVariables } from '../../../server/workspace/linkedVariables';
import { A, B, C } from '../../support/ids';
import { openWorkspace } from '../../support/openWorkspace';

const sets = (name: string) => `{"type": "variable_set", "option": {"key": "${name}", "value": "1"}}`;
const fetches = (id: string) => `{"type": "fetch_flow", "option": {"flow_id": "${id}"}}`;
const calls = (id: string) => `{"type": "call", "option": {"flow_id": "${id}", "destinations": []}}`;
const list = (...actions: string[]) => `[${actions.join(', ')}]`;

const links = { [A]: 'a.flow.json', [B]: 'b.flow.json', [C]: 'c.flow.json' };
const open = ['a.flow.json'];

function linkedIn(files: Readonly<Record<string, string>>, name: string) {
  const { workspace, uriOf } = openWorkspace(files, { open, links });
  return linkedVariables(workspace)(uriOf(name));
}

suite('the variables of linked flows', () => {
  test('are those of the flows that lead to a flow, that it leads to, and that a third one runs with it', () => {
    const files = {
      'main.flow.json': list(sets('main'), fetches(A), fetches(B)),
      'a.flow.json': list(sets('a'), fetches(C)),
      'b.flow.json': list(sets('b')),
      'c.flow.json': list(sets('c')),
      'other.flow.json': list(sets('other'), calls(A)),
    };
    assert.deepEqual(linkedIn(files, 'main.flow.json'), { names: ['a', 'b', 'c'], any: false, isLedTo: false });
    assert.deepEqual(linkedIn(files, 'b.flow.json'), { names: ['a', 'c', 'main'], any: false, isLedTo: true });
    assert.deepEqual(linkedIn(files, 'c.flow.json'), { names: ['a', 'b', 'main'], any: false, isLedTo: true });
    // The flow of a new call begins without variables.
    assert.equal(linkedIn(files, 'other.flow.json'), undefined);
    assert.equal(linkedIn(files, 'gone.flow.json'), undefined);
  });

  test('can be any where one has an AI, or leads to a flow that is not known', () => {
    const withAi = { 'a.flow.json': list('{"type": "ai_talk"}', fetches(B)), 'b.flow.json': '[]' };
    assert.deepEqual(linkedIn(withAi, 'b.flow.json'), { names: [], any: true, isLedTo: true });
    const withUnknown = { 'a.flow.json': list(fetches(B), fetches(C)), 'b.flow.json': '[]' };
    assert.deepEqual(linkedIn(withUnknown, 'b.flow.json'), { names: [], any: true, isLedTo: true });
    // What the flow itself has is in its own text.
    assert.deepEqual(linkedIn(withUnknown, 'a.flow.json'), { names: [], any: false, isLedTo: false });
  });

  test('are those of every file that stands for the flow, and a flow that leads to itself is not its own', () => {
    const files = { 'a.flow.json': list(sets('a'), fetches(A)), 'b.flow.json': list(fetches(B)) };
    assert.equal(linkedIn(files, 'a.flow.json'), undefined);
    assert.equal(linkedIn(files, 'b.flow.json'), undefined);
  });

  test('are those of a part of a thousand files that all lead on, which may set more', () => {
    const id = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const names = Array.from({ length: 1000 }, (_, index) => `f${index}.flow.json`);
    const files = Object.fromEntries(
      names.map((name, index) => [name, list(sets(`v${index}`), fetches(id(index + 1)))]),
    );
    const { workspace, uriOf } = openWorkspace(files, {
      links: Object.fromEntries(names.map((name, index) => [id(index), name])),
    });
    const linked = linkedVariables(workspace)(uriOf('f500.flow.json'));
    assert.deepEqual([linked?.names.length, linked?.any], [199, true]);
  });
});
