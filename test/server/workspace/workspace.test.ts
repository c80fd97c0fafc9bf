import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { maxText } from '../../../server/workspace/workspace';
import { A, B } from '../../support/ids';
import { openWorkspace } from '../../support/openWorkspace';

const flow = '{"name": "Menu", "actions": [{"type": "answer"}]}';
const answered = `{"id": "${B}", "name": "Stored", "tm_create": "2026-01-01", "actions": [{"id": "${A}", "type": "answer"}]}`;

suite('workspace', () => {
  test('knows files that are open and closed by the flows that they stand for', () => {
    const { workspace, nameOf } = openWorkspace(
      { 'menu.flow.json': flow, 'other.flow.json': '[]', 'stored.json': answered },
      { open: ['other.flow.json'], links: { [A]: 'menu.flow.json' } },
    );
    const namesOf = (id: string) => workspace.filesOf(id).map(({ uri }) => nameOf(uri));
    assert.deepEqual(namesOf(A), ['menu.flow.json']);
    // A flow as VoIPbin answered it says itself which one it is.
    assert.deepEqual(namesOf(B), ['stored.json']);
    assert.deepEqual(
      workspace.files().map(({ uri, version }) => [nameOf(uri), version]),
      [
        ['other.flow.json', 1],
        ['menu.flow.json', null],
        ['stored.json', null],
      ],
    );
  });
  test('of several files for one flow the one that was linked last comes last, open or not', () => {
    const files = { 'a.flow.json': flow, 'b.flow.json': flow, 'c.flow.json': flow };
    const { workspace, uriOf, nameOf } = openWorkspace(files, { open: ['b.flow.json'] });
    const link = (name: string) => ({ id: A, uri: uriOf(name), name });
    const order = (...names: string[]) => {
      workspace.link(names.map(link));
      return workspace.filesOf(A).map(({ uri }) => nameOf(uri));
    };
    assert.deepEqual(order('c.flow.json', 'b.flow.json', 'a.flow.json'), ['c.flow.json', 'b.flow.json', 'a.flow.json']);
    assert.deepEqual(order('a.flow.json', 'c.flow.json', 'b.flow.json'), ['a.flow.json', 'c.flow.json', 'b.flow.json']);
  });
  test('forgets what is gone, and takes the newest text and links', () => {
    const { workspace, uriOf, document } = openWorkspace({ 'a.flow.json': flow }, { links: { [A]: 'a.flow.json' } });
    workspace.link([]);
    assert.deepEqual(workspace.filesOf(A), []);
    workspace.tell(uriOf('a.flow.json'), '[]', { ...document('none'), uri: uriOf('a.flow.json') });
    assert.equal(workspace.file(uriOf('a.flow.json'))?.facts.name, undefined);
    workspace.forget(uriOf('a.flow.json'));
    assert.deepEqual(workspace.files(), []);
  });
  test('is bounded: what there is no room for is not known', () => {
    const { workspace, document } = openWorkspace({});
    const large = { ...document('none'), uri: 'file:///shop/large.flow.json' };
    workspace.tell(large.uri, ' '.repeat(maxText), large);
    workspace.tell('file:///shop/more.flow.json', flow, { ...large, uri: 'file:///shop/more.flow.json' });
    assert.equal(workspace.files().length, 1);
    workspace.forget(large.uri);
    workspace.tell('file:///shop/more.flow.json', flow, { ...large, uri: 'file:///shop/more.flow.json' });
    assert.equal(workspace.files().length, 1);
  });
});
