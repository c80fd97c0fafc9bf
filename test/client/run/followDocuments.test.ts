import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createFlowLinks } from '../../../client/run/flowLinks';
import { followDocuments, type SeenDocument } from '../../../client/run/followDocuments';
import { memoryOf } from '../../support/commandContext';

const menu = '{ "actions": [] }';
const documentAt = (uri: string, text = menu): SeenDocument => ({
  uri,
  isUntitled: uri.startsWith('untitled:'),
  text: () => text,
});

/** Links of the documents, and what follows them; `open` is changed by the test. */
async function desk(...linked: readonly string[]) {
  const links = createFlowLinks(memoryOf());
  const open: SeenDocument[] = linked.map((uri) => documentAt(uri));
  const follow = followDocuments(links, () => open);
  await follow.started(linked);
  for (const uri of linked) await links.set('cloud', uri, { flowId: `flow of ${uri}`, name: 'Menu' });
  const close = (uri: string) => {
    const at = open.findIndex((document) => document.uri === uri);
    const [gone] = open.splice(at, 1);
    return gone ? follow.closed(gone) : assert.fail(uri);
  };
  return { links, open, follow, close, flowOf: (uri: string) => links.find('cloud', uri)?.flowId };
}

const first = 'untitled:Untitled-1';
const file = 'file:///flows/menu.flow.json';

suite('what a registered flow is linked to', () => {
  test('a later Untitled-1 does not count as the flow of one that was closed', async () => {
    const { links, close } = await desk(first);
    await close(first);
    assert.deepEqual(links.uris(), []);
  });

  test('saving gives the link to the file, also where the file is formatted', async () => {
    for (const text of [menu, '{\n  "actions": []\n}\n']) {
      const { open, follow, close, flowOf } = await desk(first);
      const saved = documentAt(file, text);
      open.push(saved);
      await follow.appeared(saved);
      await close(first);
      assert.equal(flowOf(file), `flow of ${first}`);
      assert.equal(flowOf(first), undefined);
    }
  });

  test('a file with another text, or with a flow of its own, takes no link', async () => {
    const { open, follow, flowOf } = await desk(first, file);
    const other = documentAt('file:///flows/other.flow.json', '[]');
    open.push(other);
    await follow.appeared(other);
    await follow.appeared(documentAt(file));
    assert.equal(flowOf(other.uri), undefined);
    assert.equal(flowOf(file), `flow of ${file}`);
    assert.equal(flowOf(first), `flow of ${first}`);
  });

  test('another language is no closing', async () => {
    const { follow, flowOf } = await desk(first);
    await follow.closed(documentAt(first));
    await follow.appeared(documentAt(first));
    assert.equal(flowOf(first), `flow of ${first}`);
  });

  test('a command that ends after its document was closed leaves no link to the next of that name', async () => {
    const { links, follow, close, flowOf } = await desk(first);
    await close(first);
    await links.set('cloud', first, { flowId: 'late', name: 'Menu' });
    await follow.appeared(documentAt(first));
    assert.equal(flowOf(first), undefined);
  });

  test('closing a file changes nothing', async () => {
    const { close, flowOf } = await desk(file);
    await close(file);
    assert.equal(flowOf(file), `flow of ${file}`);
  });

  test('renaming a file or a folder takes the links along', async () => {
    const { links, follow } = await desk(file, 'file:///flows/deep/b.flow.json', 'file:///flows-2/c.flow.json');
    await follow.renamed(file, 'file:///flows/new.flow.json');
    await follow.renamed('file:///flows', 'file:///calls');
    assert.deepEqual([...links.uris()].sort(), [
      'file:///calls/deep/b.flow.json',
      'file:///calls/new.flow.json',
      'file:///flows-2/c.flow.json',
    ]);
  });

  test('a file that is renamed over another brings its own link', async () => {
    for (const order of [
      [file, 'file:///flows/b.flow.json'],
      ['file:///flows/b.flow.json', file],
    ]) {
      const { follow, flowOf } = await desk(...order);
      await follow.renamed('file:///flows/b.flow.json', file);
      assert.equal(flowOf(file), 'flow of file:///flows/b.flow.json');
    }
  });

  test('what is deleted has no link, nor what was in a folder that is deleted', async () => {
    const { links, follow } = await desk(file, 'file:///flows/deep/b.flow.json', 'file:///other/c.flow.json');
    await follow.deleted(file);
    await follow.deleted('file:///flows/deep');
    assert.deepEqual(links.uris(), ['file:///other/c.flow.json']);
  });

  test('after a restart only documents that came back keep theirs', async () => {
    const { links, follow } = await desk(first, 'untitled:Untitled-2', file);
    await follow.started([first]);
    assert.deepEqual(links.uris(), [first, file]);
  });
});
