import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { callSchema } from '../../../client/api/resources';
import { createAnswers } from '../../../client/run/answers';
import { createFlowLinks } from '../../../client/run/flowLinks';
import { keepRuns, takeKeptRuns } from '../../../client/run/keptRuns';
import { createRuns } from '../../../client/run/runs';
import { memoryOf } from '../../support/commandContext';
import { runOf } from '../../support/runOf';

const ana = { type: 'tel', target: '+15550100001', name: 'Ana' };
const ben = { type: 'extension', target_name: '2001' };

suite('answers', () => {
  test('are kept per file and profile', async () => {
    const memory = memoryOf();
    await createAnswers(memory, 'cloud', 'a').keep({ destination: ana, source: ana, variables: { x: '1' } });
    assert.deepEqual(createAnswers(memory, 'cloud', 'a').last(), {
      destination: ana,
      source: ana,
      variables: { x: '1' },
    });
    assert.deepEqual(createAnswers(memory, 'cloud', 'b').last(), {});
    assert.deepEqual(createAnswers(memory, 'local', 'a').last(), {});
  });

  test('who was called last comes first, once, from whatever file', async () => {
    const memory = memoryOf();
    for (const [uri, destination] of [
      ['a', ana],
      ['b', ben],
      ['c', { ...ana, name: 'Anna' }],
    ] as const)
      await createAnswers(memory, 'cloud', uri).keep({ destination });
    assert.deepEqual(createAnswers(memory, 'cloud', 'd').recent(), [{ ...ana, name: 'Anna' }, ben]);
    assert.deepEqual(createAnswers(memory, 'local', 'd').recent(), []);
    for (let number = 0; number < 20; number++)
      await createAnswers(memory, 'cloud', 'e').keep({
        destination: { type: 'extension', target_name: String(number) },
      });
    assert.equal(createAnswers(memory, 'cloud', 'd').recent().length, 8);
  });

  test('a profile can be called like a member of every object', async () => {
    const memory = memoryOf();
    assert.deepEqual(createAnswers(memory, 'constructor', 'a').recent(), []);
    await createAnswers(memory, 'constructor', 'a').keep({ destination: ana });
    assert.deepEqual(createAnswers(memory, 'constructor', 'b').recent(), [ana]);
  });

  test('what looks like a secret is not kept', async () => {
    const memory = memoryOf();
    const variables = { name: 'Ana', 'api.key': 'k', password: 'p', customer_pin: 'x', pin: '1', pinned: 'yes' };
    await createAnswers(memory, 'cloud', 'a').keep({ variables });
    assert.deepEqual(createAnswers(memory, 'cloud', 'a').last().variables, {
      name: 'Ana',
      pinned: 'yes',
    });
  });

  test('not more than a hundred files, the oldest goes first', async () => {
    const memory = memoryOf();
    for (let number = 0; number < 105; number++)
      await createAnswers(memory, 'cloud', `file ${number}`).keep({ source: ana });
    assert.deepEqual(createAnswers(memory, 'cloud', 'file 4').last(), {});
    assert.deepEqual(createAnswers(memory, 'cloud', 'file 5').last().source, ana);
  });

  test('what another version wrote, or nobody, counts as nothing', () => {
    for (const kept of [undefined, 7, 'x', [], { '["cloud","a"]': { destination: 7, variables: 'x' } }]) {
      const answers = createAnswers(
        memoryOf({ 'voipbin.answers': kept, 'voipbin.recentDestinations': kept }),
        'cloud',
        'a',
      );
      assert.deepEqual(answers.recent(), []);
      assert.equal(answers.last().destination, undefined);
    }
  });
});

suite('flowLinks', () => {
  test('are kept per profile, moved with the file and removed', async () => {
    const links = createFlowLinks(memoryOf());
    await links.set('cloud', 'a', { flowId: 'f', name: 'Menu', tmUpdate: 't' });
    await links.set('local', 'a', { flowId: 'g', name: 'Menu' });
    assert.equal(links.find('cloud', 'a')?.flowId, 'f');
    await links.change((uri) => (uri === 'a' ? 'b' : uri));
    assert.equal(links.find('cloud', 'a'), undefined);
    assert.deepEqual([links.find('cloud', 'b')?.flowId, links.find('local', 'b')?.flowId], ['f', 'g']);
    assert.deepEqual(links.uris(), ['b', 'b']);
    await links.remove('cloud', 'b');
    assert.equal(links.find('cloud', 'b'), undefined);
    assert.equal(links.find('local', 'b')?.flowId, 'g');
  });

  test('a local call is remembered from the beginning: it is cut off with the window', async () => {
    const memory = memoryOf();
    const runs = createRuns();
    const stop = keepRuns(memory, runs, ({ id }) => id);
    runs.add(runOf({ id: 'local', profile: 'local' }));
    stop();
    assert.deepEqual(
      (await takeKeptRuns(memory)).map(({ id, profile, resourceId }) => [id, profile, resourceId]),
      [['local', 'local', '']],
    );
  });

  test('what cannot be read counts as nothing', () => {
    const link = { flowId: 'f', name: 'n' };
    for (const kept of [7, { x: 1 }, { x: link, '[1]': link }])
      assert.equal(createFlowLinks(memoryOf({ 'voipbin.flowLinks': kept })).find('a', 'b'), undefined);
  });
});

suite('keepRuns', () => {
  const call = callSchema.parse({ id: 'c', status: 'progressing' });

  test('remembers what goes on elsewhere, and forgets what is over', async () => {
    const memory = memoryOf();
    const runs = createRuns();
    const stop = keepRuns(memory, runs, ({ id }) => `name of ${id}`);
    const handle = runs.add(runOf({ id: 'a' }));
    runs.add(runOf({ id: 'simulated', kind: 'simulation', call }));
    assert.deepEqual(await takeKeptRuns(memory), []);
    handle.update({ call, phase: 'running' });
    assert.deepEqual(await takeKeptRuns(memory), [
      {
        id: 'a',
        kind: 'call',
        resourceId: 'c',
        profile: 'cloud',
        name: 'name of a',
        uri: 'file:///flows/menu.flow.json',
        startedAt: runOf().startedAt,
      },
    ]);
    // They are told once.
    assert.deepEqual(await takeKeptRuns(memory), []);
    handle.update({ phase: 'ended' });
    assert.deepEqual(memory.kept['voipbin.liveRuns'], []);
    stop();
  });

  test('what cannot be read counts as nothing', async () =>
    assert.deepEqual(await takeKeptRuns(memoryOf({ 'voipbin.liveRuns': [{ id: 1 }] })), []));
});
