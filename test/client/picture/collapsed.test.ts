import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { coverageOnPicture } from '../../../client/picture/coverageOnPicture';
import { keyAt, runOnPicture } from '../../../client/picture/drawing';
import { actionsOf, type Drawn } from '../../../client/picture/drawn';
import { deleteNode } from '../../../client/picture/editPicture';
import { fitsBox } from '../../../client/picture/fitsBox';
import { formOf, isAbout } from '../../../client/picture/formOf';
import { litPicture } from '../../../client/picture/lit';
import type { PictureEdit } from '../../../client/picture/pictureProtocol';
import { emptyTrace } from '../../../client/run/traceModel';
import { applyEdits } from '../../../flow/edit/edit';
import { iconOf } from '../../../flow/layout';
import { countCoverage, readTestedFlow, runningTests, type TestFile } from '../../../flow/tests';
import { newIds } from '../../support/ids';
import { runOf } from '../../support/runOf';
import { drawingHere } from './drawingHere';
import { emptyForm } from './menuForm';
import { picturePages } from './picturePage';

const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
const call = { type: 'call', option: { actions: [talk('Hidden.')] } };
const flow = [{ type: 'answer' }, talk('One.'), { type: 'beep' }, talk('Two.'), { type: 'sleep' }, call];
const text = JSON.stringify({ actions: flow });
const box = '0 answer #1';

async function collapsed(): Promise<Drawn> {
  const drawing = drawingHere();
  await drawing.draw(text, { jsonc: false, findings: [], isCollapsed: true });
  return drawing.current();
}

suite('a straight run that is one box', () => {
  test('is all of its actions: for the cursor, findings, deletion and the form', async () => {
    const drawn = await collapsed();
    const at = (place: string) => keyAt(drawn, text.indexOf(place));
    assert.deepEqual(['One.', 'beep', 'Two.', 'Hidden.'].map(at), [box, box, box, box]);
    const actions = actionsOf(drawn, box);
    assert.equal(actions.length, 6);
    const offset = text.indexOf('"beep"');
    assert.ok(isAbout(drawn, actions, { offset, end: offset + 6, severity: 'error', message: '' }));
    assert.equal(applyEdits(text, deleteNode(drawn, box, newIds())), '{"actions":[]}');
    const form = formOf(drawn, { key: box }, actions[0] ?? assert.fail(), { findings: [] });
    assert.equal(form.title, '6 actions');
    assert.deepEqual(
      [form.fields.length, form.run.map(({ label }) => label).slice(0, 3)],
      [0, ['answer', 'talk "One."', 'beep']],
    );
  });

  test('is not changed as if it were its first action', async () => {
    const drawn = await collapsed();
    const changes: PictureEdit[] = [
      { edit: 'duplicate', node: box },
      { edit: 'move', node: box, by: 1 },
      { edit: 'set', node: box, path: ['text'], value: 'x' },
    ];
    for (const change of changes) assert.ok(!fitsBox(drawn, change), change.edit);
    assert.ok(fitsBox(drawn, { edit: 'delete', node: box }));
    assert.ok(fitsBox(drawn, { edit: 'addAfter', node: box }));
  });

  test('shows what runs, where it stops, and what tests cover in any of its actions', async () => {
    const drawn = await collapsed();
    const steps = ['answer', 'talk', 'beep'].map((type, at) => ({ path: ['actions', at], type, at: 0 }));
    const trace = { ...emptyTrace, steps, isRunning: true };
    const { marks } = runOnPicture(drawn, runOf({ text, trace, phase: 'running' }));
    assert.deepEqual(
      Object.entries(marks).map(([key, { kind }]) => [key, kind]),
      [[box, 'running']],
    );
    const sleep = drawn.model.actions[4] ?? assert.fail();
    const breakpoints = new Map([[sleep, { isOn: true, text: 'Breakpoint' }]]);
    const { lights } = litPicture(drawn, { runs: [], coverage: undefined, breakpoints });
    assert.deepEqual(Object.keys(lights.breakpoints), [box]);
    const tested = readTestedFlow(text, 'run.flow.json');
    assert.ok(typeof tested !== 'string');
    const counter = countCoverage(tested.model);
    const cases = [{ name: 'hangs up', world: { hangup: 'during talk' }, expect: {} }];
    for (const result of runningTests(tested, { cases } as unknown as TestFile)) counter.add(result);
    const covered = coverageOnPicture(drawn, counter.coverage()).nodes[box];
    assert.ok(covered && covered.kind !== 'missed', JSON.stringify(covered));
  });
});

suite('the page of a collapsed picture', function () {
  this.timeout(60_000);
  const open = picturePages();

  test('has one box in the place of the actions that were drawn before', async () => {
    const { page, show } = await open();
    await show({ actions: flow });
    const drawing = drawingHere();
    await drawing.draw(text, { jsonc: false, findings: [], isCollapsed: true });
    const picture = drawing.placed();
    const run = picture.nodes.find(({ key }) => key === box)?.run ?? [];
    assert.ok(run.length > 1);
    await show({ actions: flow }, { picture, moved: Object.fromEntries(run.map(({ key }) => [key, box])) });
    const drawn = await page
      .locator('.node')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-node')));
    assert.deepEqual(drawn.sort(), picture.nodes.map(({ key }) => key).sort());
    const icon = (of: string) => page.locator(`[data-node="${of}"] .icon`).getAttribute('d');
    assert.equal(await icon(box), iconOf({ category: undefined, run }));
    assert.notEqual(await icon(box), iconOf({ category: undefined, run: [] }));
    assert.match((await page.locator(`[data-node="${box}"]`).textContent()) ?? '', /^6 actions/);
  });

  test('finds the actions in a box, and shows each of them', async () => {
    const { page, show, post, sent } = await open();
    const drawing = drawingHere();
    await drawing.draw(text, { jsonc: false, findings: [], isCollapsed: true });
    await show({ actions: flow }, { picture: drawing.placed() });
    for (const said of ['Two.', 'Hidden.']) {
      await page.getByRole('searchbox').fill(said);
      assert.equal(await page.locator('.node.found').getAttribute('data-node'), box);
    }
    await page.locator(`[data-node="${box}"]`).click();
    const run = [
      { key: box, label: 'answer' },
      { key: '0 talk #2', label: 'talk "Two."' },
    ];
    await post({ type: 'form', form: { ...emptyForm, key: box, title: '6 actions', run } });
    assert.equal(await page.getByRole('button', { name: 'Duplicate' }).count(), 0);
    await page.getByRole('button', { name: 'talk "Two."' }).click();
    assert.deepEqual(sent.at(-1), { type: 'collapse', isOn: false });
    await show({ actions: flow });
    assert.deepEqual(sent.at(-1), { type: 'select', key: '0 talk #2' });
  });
});
