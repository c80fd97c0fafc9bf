import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createDrawing, runOnPicture, runsOnPicture } from '../../../client/picture/drawing';
import { emptyTrace } from '../../../client/run/traceModel';
import type { PlacedPicture } from '../../../flow/layout';
import { layOut } from '../../../flow/layout/layOut';
import type { Sketch } from '../../../flow/layout/placeLanes';
import { A, B } from '../../support/ids';
import { runOf } from '../../support/runOf';
import { drawingHere } from './drawingHere';

const options = { jsonc: false, findings: [], isCollapsed: false };
const flow = JSON.stringify([{ type: 'talk' }, { type: 'beep', id: A }, { type: 'hangup' }]);

/** What a run shows of which the first two actions are over and the third one runs. */
async function shown(text: string, textOfRun = text) {
  const drawing = drawingHere();
  await drawing.draw(text, options);
  const steps = ['talk', 'beep', 'hangup'].map((type, at) => ({ path: [at], type, at: 0 }));
  const trace = { ...emptyTrace, steps, isRunning: true };
  return runOnPicture(drawing.current(), runOf({ text: textOfRun, trace, phase: 'running' }));
}

suite('a run on a picture', () => {
  test('marks every action that it came by, with an id and without', async () => {
    const { marks, taken } = await shown(flow);
    assert.deepEqual(Object.keys(marks), ['0 talk #1', `0 ${A}`, '0 hangup #1']);
    assert.equal(marks['0 hangup #1']?.kind, 'running');
    assert.ok(taken.includes('0 talk #1 next') && taken.includes(`0 ${A} next`));
  });

  test('takes the case that decided, of two that lead to one action', async () => {
    const option = { target_ids: { '1': A, '2': A }, default_target_id: B };
    const text = JSON.stringify([
      { type: 'branch', option },
      { type: 'beep', id: A },
      { type: 'hangup', id: B },
    ]);
    const drawing = drawingHere();
    await drawing.draw(text, options);
    const steps = [
      { path: [0], type: 'branch', at: 0, by: '"2"' },
      { path: [1], type: 'beep', at: 0 },
    ];
    const { taken } = runOnPicture(drawing.current(), runOf({ text, trace: { ...emptyTrace, steps } }));
    assert.ok(taken.includes('0 branch #1 "2"') && !taken.includes('0 branch #1 "1"'), taken.join());
  });

  test('shows the calls that a call has placed as well, and of one action what runs now', async () => {
    const drawing = drawingHere();
    await drawing.draw(flow, options);
    const ran = (id: string, upTo: number, isRunning: boolean) => {
      const steps = ['talk', 'beep', 'hangup'].slice(0, upTo).map((type, at) => ({ path: [at], type, at: 0 }));
      return runOf({ id, text: flow, trace: { ...emptyTrace, steps, isRunning }, phase: 'running' });
    };
    const { marks } = runsOnPicture(drawing.current(), [ran('one', 2, false), ran('two', 1, true)]);
    assert.deepEqual(
      Object.values(marks).map(({ kind }) => kind),
      ['running', 'done'],
    );
  });

  test('marks what can be found again in a text that was edited', async () => {
    const actions = JSON.parse(flow);
    const marked = async (edited: readonly object[]) =>
      Object.keys((await shown(JSON.stringify(edited), flow)).marks).sort();
    assert.deepEqual(await marked([{ type: 'answer' }, ...actions]), [`0 ${A}`, '0 hangup #1', '0 talk #1']);
    assert.deepEqual(await marked([{ type: 'answer' }, { type: 'echo' }, ...actions.slice(1)]), [
      `0 ${A}`,
      '0 hangup #1',
    ]);
  });
});

suite('the picture of a text that changes', () => {
  test('stays where nothing of a flow can be read, and is drawn again when it can', async () => {
    const drawing = drawingHere();
    assert.equal(await drawing.draw(flow, options), 'drawn');
    const { nodes } = drawing.placed();
    assert.equal(await drawing.draw('?', options), 'unreadable');
    assert.equal(drawing.placed().nodes, nodes);
    assert.equal(await drawing.draw('[{"type": "answer"', options), 'drawn');
    assert.ok(drawing.placed().nodes.some(({ title }) => title === 'answer'));
  });

  test('whose places come late: the newest text is drawn, whatever comes first', async () => {
    const asked: { sketch: Sketch; done(placed: PlacedPicture | undefined): void }[] = [];
    const drawing = createDrawing((sketch) => new Promise((done) => void asked.push({ sketch, done })));
    const answer = (at: number) => {
      const { sketch, done } = asked[at] ?? assert.fail();
      done(layOut(sketch));
    };
    const first = drawing.draw('[{"type": "beep"}]', options);
    const second = drawing.draw(flow, options);
    // Until the places are there, all that is asked is about what is on the screen.
    assert.equal(drawing.current().model.text, '');
    answer(1);
    assert.equal(await second, 'drawn');
    answer(0);
    assert.equal(await first, 'overtaken');
    assert.equal(drawing.current().model.text, flow);
    assert.ok(drawing.placed().nodes.some(({ title }) => title === 'hangup'));
  });
});
