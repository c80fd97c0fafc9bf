import '../support/fakeVscode';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import { createMilestones, milestoneOf } from '../../client/milestones';
import { forget, ran } from '../support/fakeVscode';
import { runOf } from '../support/runOf';

suite('milestones of the walkthrough', () => {
  beforeEach(forget);
  afterEach(forget);

  test('a call to the flow and a simulation complete "Call it", a call of the flow "Be called"', () => {
    assert.equal(milestoneOf(runOf({ caller: 'Ana', destination: undefined })), 'voipbin.calledFlow');
    assert.equal(milestoneOf(runOf({ kind: 'simulation', destination: undefined })), 'voipbin.calledFlow');
    assert.equal(milestoneOf(runOf({ kind: 'call' })), 'voipbin.wasCalled');
  });

  test('a flow without a phone and a call that a flow places complete nothing', () => {
    assert.equal(milestoneOf(runOf({ kind: 'activeflow' })), undefined);
    assert.equal(milestoneOf(runOf({ kind: 'call', placedBy: 'another run' })), undefined);
  });

  test('VoIPbin Flow tells each of them once', () => {
    const reached = createMilestones();
    reached('voipbin.sawMistake');
    reached('voipbin.sawMistake');
    reached('voipbin.sawTargets');
    assert.deepEqual(ran, ['setContext', 'setContext']);
  });
});
