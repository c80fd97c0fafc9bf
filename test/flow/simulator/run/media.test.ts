import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions, runsOn } from '../../../../flow/catalog';
import { act, failuresOf, run, say, set, way } from '../support/flows';

suite('media classes', () => {
  test('calls run rtc, jobs run non_rtc, both run none, and no reference runs none alone', () => {
    const table = ['call', 'api', 'conversation', 'transcribe', 'ai', 'campaign', 'webchat', 'recording', ''].map(
      (reference) => [
        reference,
        (['rtc', 'non_rtc', 'none'] as const).filter((media) => runsOn(media, reference)).join(' '),
      ],
    );
    assert.deepEqual(table, [
      ['call', 'rtc none'],
      ...['api', 'conversation', 'transcribe', 'ai', 'campaign', 'webchat', 'recording'].map((text) => [
        text,
        'non_rtc none',
      ]),
      ['', 'none'],
    ]);
  });

  test('a reference that VoIPbin does not know runs nothing', () => {
    assert.equal(way([set('x', '1'), say('2')], { referenceType: 'fax' }), '0! 1! | finished');
  });

  test('what does not fit is skipped, counted and without effect, however broken its option is', () => {
    const { path, simulation, variables } = run([act('hangup'), act('sleep', { duration: 'x' }), set('x', '1')], {
      referenceType: 'api',
    });
    assert.equal(path, '0! 1! 2');
    assert.equal(simulation.result.used, 4);
    assert.equal(simulation.result.endedAt, 0);
    assert.equal(variables.x, '1');
  });

  test('on a call block, ai_task and ai_summary are skipped', () => {
    assert.equal(way([act('block'), act('ai_task'), act('ai_summary'), act('hangup')]), '0! 1! 2! 3 | hangup');
  });

  test('every type runs somewhere or says why it does nothing', () => {
    for (const { type } of actionDefinitions) {
      const { path } = run([{ type }, say('next')], { referenceType: 'call' });
      assert.ok(path.startsWith('0'), type);
    }
  });

  test('mute and transcribe_stop are accepted and done by nobody', () => {
    const ran = run([act('mute'), act('transcribe_stop'), say('x')]);
    assert.deepEqual(failuresOf(ran), ['0 not-implemented', '1 not-implemented']);
  });
});
