import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { callSchema } from '../../../client/api/resources';
import { pathText } from '../../../client/run/pathText';
import { timelineOf } from '../../../client/run/timeline';
import { emptyTrace } from '../../../client/run/traceModel';
import { scriptedWorld, simulate } from '../../../flow/simulator';
import { A } from '../../support/ids';
import { runOf } from '../../support/runOf';

const lines = (run: Parameters<typeof timelineOf>[0]) =>
  timelineOf(run).map(({ at, kind, text, detail }) =>
    [at, kind, text, detail].filter((part) => part !== undefined).join(' · '),
  );

suite('timelineOf', () => {
  test('of a call on VoIPbin: its states, its actions and what happened to the watching, in order', () => {
    const call = callSchema.parse({
      id: 'c',
      status: 'hangup',
      hangup_by: 'remote',
      hangup_reason: 'normal',
      tm_create: '2026-01-02T12:00:00Z',
      tm_ringing: '2026-01-02T12:00:01Z',
      tm_progressing: '2026-01-02T12:00:04Z',
      tm_hangup: '2026-01-02T12:00:09Z',
    });
    const text = JSON.stringify([{ type: 'talk', option: { text: 'Hi', language: 'en-US' } }, { type: 'beep' }]);
    const steps = [
      { path: [0], type: 'talk', at: 4000 },
      { path: [1], type: 'beep', at: undefined },
      { path: undefined, type: 'confbridge_join', at: 6000 },
      { path: [1], type: 'beep', at: 7000, skipped: 'needs a phone call' },
    ];
    const trace = { steps, isRunning: false, used: 4, limit: 101 };
    const run = runOf({ text, call, trace, incidents: [{ at: 5000, text: 'VoIPbin cannot be asked' }] });
    assert.deepEqual(lines(run), [
      '-3000 · call · the phone rings',
      '0 · call · the call is answered',
      '0 · action · talk "Hi"',
      'action · beep',
      '1000 · problem · VoIPbin cannot be asked',
      '2000 · action · confbridge_join · not in this file',
      '3000 · skipped · beep · skipped: needs a phone call',
      '5000 · end · the call is over · The call ended: the called party hung up.',
    ]);
  });

  test('of the simulator: what was said, pressed, decided and assumed, too', () => {
    const actions = [
      { type: 'talk', option: { text: 'Press 1.', language: 'en-US' } },
      { type: 'digits_receive', option: { duration: 3000, length: 1 } },
      { type: 'branch', option: { default_target_id: A, target_ids: { '1': A } } },
      { type: 'answer' },
      {
        id: A,
        type: 'connect',
        option: { source: { type: 'tel' }, destinations: [{ type: 'tel', target: '+15550100009' }] },
      },
    ];
    const { events } = simulate(
      { actions, referenceType: 'call' },
      scriptedWorld({ digits: ['1'], callees: ['busy'] }),
    );
    const shown = lines(runOf({ text: JSON.stringify(actions), kind: 'simulation', events })).join('\n');
    assert.match(shown, /^0 · action · talk "Press 1\."$/m);
    assert.match(shown, /said · says "Press 1\." · 560 ms/);
    assert.match(shown, /key · key 1 · keys so far: 1/);
    assert.match(shown, /call · the call is answered · talk answers it before it speaks/);
    assert.match(shown, /confbridge_join · added by VoIPbin for connect \+15550100009/);
    assert.match(shown, /action · branch 1 · key 1 → connect \+15550100009/);
    assert.match(shown, /call · \+15550100009 rings/);
    assert.match(shown, /call · \+15550100009 is busy/);
    assert.match(shown, /end · .*/);
  });

  test('the call is over after all that came before it, whatever the clocks say, and once', () => {
    const actions = [{ type: 'answer' }, { type: 'sleep', option: { duration: 60_000 } }];
    const { events } = simulate({ actions, referenceType: 'call' }, scriptedWorld({ hangs_up_at: 5000 }));
    const call = callSchema.parse({
      id: 'c',
      status: 'hangup',
      hangup_by: 'remote',
      hangup_reason: 'normal',
      tm_create: '2026-01-02T12:00:00Z',
      tm_hangup: '2026-01-02T12:00:04.9Z',
    });
    const shown = lines(runOf({ text: JSON.stringify(actions), events, call, phase: 'ended' }));
    assert.match(shown.at(-1) ?? '', /end · the call is over · /);
    assert.equal(shown.filter((line) => line.includes(' end ')).length, 1);
    // The action says so itself.
    assert.ok(shown.includes('0 · call · the call is answered'), shown.join('\n'));
  });

  test('what is sent is told as it leaves, with values in the place of variables', () => {
    const to = { type: 'tel', target: '+15550100009' };
    const actions = [
      { type: 'message_send', option: { source: to, destinations: [to], text: 'Hello ${name}, your bike is ready.' } },
      {
        type: 'webhook_send',
        option: { uri: 'https://hooks.example/${name}', method: 'POST', data: '{"for":"${name}"}' },
      },
      { type: 'talk', option: { text: 'Bye ${name}', language: 'en-US' } },
    ];
    const { events } = simulate({ actions, referenceType: 'call', variables: { name: 'Ana' } });
    const shown = lines(runOf({ text: JSON.stringify(actions), kind: 'simulation', events, trace: emptyTrace })).join(
      '\n',
    );
    assert.match(shown, /action · message_send Hello Ana, your bike is ready\., \+15550100009/);
    assert.match(shown, /said · sends "Hello Ana, your bike is ready\." · to \+15550100009/);
    assert.match(shown, /said · sends "\{"for":"Ana"\}" · to https:\/\/hooks\.example\/Ana/);
    assert.match(shown, /action · talk "Bye Ana"/);
    assert.doesNotMatch(shown, /\$\{/);
  });

  test('nothing known gives nothing', () => assert.deepEqual(timelineOf(runOf()), []));
});

suite('pathText', () => {
  test('is a line for each thing, with ids and the end', () => {
    const call = callSchema.parse({ id: 'c-1', status: 'hangup', hangup_by: 'remote', hangup_reason: 'busy' });
    const text = pathText(runOf({ call, phase: 'ended' }), 'menu → Ana, 14:03');
    assert.match(text, /^menu → Ana, 14:03 \(cloud\)\ncall c-1\n\n/);
    assert.match(text, / {9}the call is over {2}\(The call ended: the called party was busy\.\)\n/);
    assert.match(text, /\nThe call ended: the called party was busy\./);
    assert.match(pathText(runOf(), 'x'), /Nothing has happened yet/);
  });
});
