import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { hangUp } from '../../../client/commands/hangUp';
import { runActiveflow } from '../../../client/commands/runActiveflow';
import { endingOf } from '../../../client/run/ending';
import { deskWith, documentOf, localConnection } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';

const tel = { type: 'tel', target: '+15550101000' };
const message = {
  type: 'message_send',
  option: { source: tel, destinations: [{ type: 'tel', target: '+15550101011' }], text: 'Hi' },
};
const talk = { type: 'talk', option: { text: 'Hello.', language: 'en-US' } };

suite('runActiveflow', () => {
  test('says what is skipped and what costs money all the same, and shows the way', async () => {
    const connection = await localConnection('cloud');
    const ui = fakeUi([{ say: 'Run' }]);
    const desk = deskWith(
      documentOf(JSON.stringify([talk, talk, { type: 'sleep', option: { duration: 100 } }, message])),
      { ui, connection },
    );
    await runActiveflow(desk);
    await desk.settled();
    assert.match(
      ui.shown[0] ?? '',
      /3 of its 4 actions need a phone call, and VoIPbin skips them: talk \(2×\), sleep\./,
    );
    assert.match(ui.shown[0] ?? '', /VoIPbin bills:\n• message_send: text messages/);
    const [run] = desk.runs.list();
    assert.equal(run?.kind, 'activeflow');
    assert.deepEqual(
      run?.trace.steps.map(({ path, skipped }) => [path?.[0], skipped]),
      [
        [0, 'needs a phone call'],
        [1, 'needs a phone call'],
        [2, 'needs a phone call'],
        [3, undefined],
      ],
    );
    assert.equal(run && endingOf(run).text, 'The flow ended.');
    assert.equal(ui.shown.at(-1), 'Starting the flow', 'an end that was meant is no notification');
  });

  test('on Local nothing costs anything, and why it ended is known', async () => {
    const connection = await localConnection();
    const ui = fakeUi([{ say: 'Ana' }, { say: 'Run' }]);
    const text = JSON.stringify([{ ...message, option: { ...message.option, text: 'Hi ${name}' } }]);
    const desk = deskWith(documentOf(text), { ui, connection });
    await runActiveflow(desk);
    await desk.settled();
    assert.doesNotMatch(ui.shown.join('\n'), /bills/);
    assert.match(ui.shown.join('\n'), /All of its actions run\./);
    assert.match(JSON.stringify(desk.runs.list()[0]?.events), /Hi Ana/);
  });

  test('giving up starts nothing', async () => {
    const connection = await localConnection();
    await runActiveflow(deskWith(documentOf(JSON.stringify([message])), { ui: fakeUi(['cancelled']), connection }));
    assert.equal(connection.voipbin.sandbox.snapshot().tables.activeflows?.length, 0);
  });

  test('one that goes on can be stopped', async () => {
    const connection = await localConnection();
    const ui = fakeUi([{ say: 'Run' }]);
    const desk = deskWith(documentOf('[ { "type": "block" } ]'), { ui, connection });
    await runActiveflow(desk);
    const running = new Promise<void>((resolve) => {
      const stop = desk.runs.onChange((run) => {
        if (run?.phase !== 'running') return;
        stop();
        resolve();
      });
    });
    await running;
    await hangUp(desk);
    await desk.settled();
    assert.equal(desk.runs.list()[0]?.phase, 'ended');
  });

  test('a file with errors, and nothing to run, are told', async () => {
    const connection = await localConnection();
    const broken = deskWith(documentOf('[ { "type": "tlak" } ]'), { ui: fakeUi(), connection });
    await runActiveflow(broken);
    assert.equal(broken.opened.length, 1);
    const ui = fakeUi();
    await runActiveflow(deskWith(documentOf('[]'), { ui, connection }));
    assert.match(ui.shown[0] ?? '', /no actions/);
  });
});
