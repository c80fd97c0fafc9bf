import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { explore } from '../../../flow/explore';
import { digest } from '../../../flow/explore/digest';
import { keepMap, mapOf } from '../../../flow/explore/keptMap';
import { keep, type Situation, situationOf } from '../../../flow/explore/keptRun';
import { runAction, startRun } from '../../../flow/simulator';
import { begin } from '../../../flow/simulator/run/begin';
import { copyRun } from '../../../flow/simulator/run/copyRun';
import type { Run } from '../../../flow/simulator/run/run';
import { newMemory } from '../../../flow/simulator/world/happenings';
import { askFor, hangup, ifEqual, say, set, stop } from '../../support/actions';
import { inputOf } from '../../support/arbitraryFlows';
import { A } from '../../support/ids';

const facts = () => ({ world: {}, decided: new Map<string, string>(), start: undefined, memory: newMemory() });

/** Runs an action of a copy, with everything as it is assumed. */
function next(run: Run, script: typeof runAction): Run {
  const copy = copyRun(run);
  const going = script(copy);
  let step = going.next();
  while (!step.done) step = going.next();
  return copy;
}

const withoutBudget = (run: Run) => ({ ...run, used: 0, inCycle: 0, resumes: 0, option: {} });

suite('explore: what is kept of a run', () => {
  test('maps in a row are read back as they were', () => {
    const map = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'constructor'), fc.constantFrom('', '1', '2'));
    fc.assert(
      fc.property(fc.array(map, { minLength: 1, maxLength: 40 }), (maps) => {
        let from: Parameters<typeof keepMap<string>>[1];
        for (const item of maps) {
          const own = new Map(Object.entries(item));
          const kept = keepMap(own, from);
          assert.deepEqual(mapOf(kept), own);
          from = { kept, map: mapOf(kept) };
        }
      }),
    );
  });

  test('a run is read back as it was, with its whole budget', () => {
    const loop = { type: 'goto', option: { target_id: A, loop_count: 3 } };
    const branches = { type: 'fetch_flow', option: { flow_id: 'f0000000-0000-4000-8000-000000000001' } };
    const actions = [{ id: A, ...say() }, set('a', '1'), askFor(), loop, set('a', ''), branches, set('b', '${a}')];
    let live: Situation = { run: startRun(inputOf(actions), {}), facts: facts() };
    let kept = keep(live);
    for (let step = 0; step < 20; step++) {
      const run = next(live.run, step === 0 ? begin : runAction);
      kept = keep({ run, facts: live.facts }, { kept, live });
      live = situationOf(kept);
      assert.deepEqual(live.run, withoutBudget(run));
    }
  });

  test('what an action leaves as it is takes no room', () => {
    const variables = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`v${at}`, 'x'.repeat(1000)]));
    const run = startRun({ ...inputOf([say(), say(), set('a', '1')]), variables }, {});
    const first = { run: next(run, begin), facts: facts() };
    const kept = keep(first);
    const live = situationOf(kept);
    const then = keep({ run: next(live.run, runAction), facts: live.facts }, { kept, live });
    assert.ok(kept.size > 100_000);
    assert.ok(then.size < 1000, String(then.size));
    assert.equal(then.variables, kept.variables);
    assert.equal(then.current?.stack, kept.current?.stack);
  });

  test('texts that hardly differ have other digests', () => {
    const texts = Array.from({ length: 20_000 }, (_, at) => `a|${at}|[]||`);
    assert.equal(new Set(texts.map(digest)).size, texts.length);
    assert.equal(digest('a|1'), digest(['a', '1'].join('|')));
  });

  test('fewer states are kept, and it is told, where each is large', () => {
    const clear = set('voipbin.call.digits', '');
    const asked = [clear, askFor(), set('t', '${t}${voipbin.call.digits}')];
    const flow = (text: string) => [set('t', text), ...asked, ...asked, ...asked, ifEqual('${t}', '111', A), hangup];
    const of = (text: string) => explore(inputOf([...flow(text), { id: A, ...stop }]), { maxStates: 200 });
    const small = of('');
    const large = of('x'.repeat(50_000));
    assert.equal(small.complete, true);
    assert.deepEqual([large.complete, large.leftOut], [false, 'states']);
    assert.ok(large.states < small.states, `${large.states} of ${small.states}`);
  });
});
