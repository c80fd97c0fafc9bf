import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { breakpointText } from '../../../client/picture/breakpointText';
import { coverageOnPicture } from '../../../client/picture/coverageOnPicture';
import { litPicture } from '../../../client/picture/lit';
import type { Lights } from '../../../client/picture/pictureProtocol';
import { emptyTrace } from '../../../client/run/traceModel';
import { countCoverage, readTestedFlow, runningTests, type TestFile } from '../../../flow/tests';
import { A, B, C } from '../../support/ids';
import { runOf } from '../../support/runOf';
import { drawingHere } from './drawingHere';
import { picturePages } from './picturePage';

const menu = {
  actions: [
    { type: 'digits_receive', option: { duration: 3000, length: 1 } },
    { type: 'branch', option: { default_target_id: B, target_ids: { '1': A, '2': A } } },
    { type: 'hangup', id: A },
    { type: 'talk', id: B, option: { text: 'Good bye.', language: 'en-US' } },
    { type: 'beep', id: C },
  ],
};
const text = JSON.stringify(menu);

async function drawnOf(of: string) {
  const drawing = drawingHere();
  await drawing.draw(of, { jsonc: false, findings: [], isCollapsed: false });
  return drawing.current();
}
function coverageOf(...digits: string[]) {
  const flow = readTestedFlow(text, 'menu.flow.json');
  assert.ok(typeof flow !== 'string');
  const counter = countCoverage(flow.model);
  const cases = digits.map((digit) => ({ name: digit, world: { digits: [digit] }, expect: {} }));
  for (const result of runningTests(flow, { cases } as unknown as TestFile)) counter.add(result);
  return counter.coverage();
}

suite('coverage on a picture', () => {
  test('colors each action, and each way where there are several', async () => {
    const { nodes, edges, note } = coverageOnPicture(await drawnOf(text), coverageOf('1', '1'));
    assert.deepEqual(nodes, {
      '0 digits_receive #1': { kind: 'covered', text: '2×' },
      '0 branch #1': { kind: 'partly', text: '2× · 1 of 3 ways' },
      [`0 ${A}`]: { kind: 'covered', text: '2×' },
      [`0 ${B}`]: { kind: 'missed', text: 'not covered' },
      [`0 ${C}`]: { kind: 'missed', text: 'not covered' },
    });
    assert.equal(edges['0 branch #1 "1"'], 'covered');
    assert.equal(edges['0 branch #1 "2"'], 'missed');
    assert.equal(edges['0 branch #1 default'], 'missed');
    assert.equal(note, 'Coverage of the last test run: 3 of 5 actions, 1 of 3 ways.');
  });

  test('stays with actions that can be found again after an edit', async () => {
    const edited = JSON.stringify({ actions: [{ type: 'answer' }, ...menu.actions] });
    const { nodes, edges } = coverageOnPicture(await drawnOf(edited), coverageOf('1'));
    const found = ['0 digits_receive #1', '0 branch #1', `0 ${A}`, `0 ${B}`, `0 ${C}`];
    assert.deepEqual(Object.keys(nodes), found);
    assert.equal(edges['0 branch #1 "1"'], 'covered');
    assert.equal(edges['0 branch #1 "2"'], 'missed');
  });

  test('does not go to an action that was added between two of its type', async () => {
    const [first, second, ...rest] = menu.actions;
    const added = { type: 'digits_receive', option: { duration: 9000 } };
    const edited = JSON.stringify({ actions: [added, first, added, second, ...rest] });
    const { nodes } = coverageOnPicture(await drawnOf(edited), coverageOf('1'));
    assert.deepEqual(Object.keys(nodes), ['0 digits_receive #2', '0 branch #1', `0 ${A}`, `0 ${B}`, `0 ${C}`]);
  });

  test('gives way to a run that begins later, and comes in place of an earlier one', async () => {
    const drawn = await drawnOf(text);
    const steps = [{ path: ['actions', 0], type: 'digits_receive', at: 0 }];
    const run = runOf({ text, trace: { ...emptyTrace, steps }, startedAt: 1000 });
    const lit = (at: number) =>
      litPicture(drawn, { runs: [run], coverage: { coverage: coverageOf('1'), at }, breakpoints: undefined });
    assert.deepEqual(Object.keys(lit(500).marks), ['0 digits_receive #1']);
    assert.equal(lit(500).lights.note, '');
    assert.deepEqual(lit(2000).marks, {});
    assert.notEqual(lit(2000).lights.note, '');
  });
});

suite('a breakpoint in words', () => {
  test('says whether it is on, and what it waits for', async () => {
    assert.deepEqual(breakpointText([{ enabled: true }]), { isOn: true, text: 'Breakpoint' });
    assert.deepEqual(breakpointText([{ enabled: false, condition: '${a} = 1' }]), {
      isOn: false,
      text: 'Disabled breakpoint: when ${a} = 1',
    });
  });
});

suite('the lights of the page', () => {
  const open = picturePages();
  const lights: Lights = {
    of: 'flow',
    nodes: { [`0 ${A}`]: { kind: 'missed', text: '<b>not covered</b>' } },
    edges: { '0 branch #1 "2"': 'missed' },
    breakpoints: { [`0 ${B}`]: { isOn: true, text: 'Breakpoint' } },
    canBreak: true,
    note: 'Coverage of the last test run: 4 of 5 actions.',
  };

  test('colors, dots and their line are there, also when the picture is drawn again', async () => {
    const { page, show, post } = await open();
    await show(menu);
    await post({ type: 'lights', lights });
    const look = async () => {
      assert.equal(await page.locator('.node.light-missed').getAttribute('data-node'), `0 ${A}`);
      assert.equal(await page.locator('.light-text').textContent(), '<b>not covered</b>');
      assert.equal(await page.locator('.edge.light-missed').count(), 1);
      assert.equal(await page.locator('.dot.set').getAttribute('data-dot'), `0 ${B}`);
      assert.equal(await page.locator(`[data-node="0 ${B}"]`).getAttribute('aria-description'), 'Breakpoint');
      assert.ok(await page.getByText('Coverage of the last test run: 4 of 5 actions.').isVisible());
    };
    await look();
    await show(menu);
    await look();
    await post({ type: 'lights', lights: { ...lights, nodes: {}, edges: {}, breakpoints: {}, note: '' } });
    assert.equal(await page.locator('.light-missed, .light-text, .dot.set').count(), 0);
    assert.equal(await page.locator('.note').isVisible(), false);
  });

  test('a click on the dot and F9 set a breakpoint, and do nothing else', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    await post({ type: 'lights', lights });
    await page.locator(`[data-node="0 ${A}"]`).hover();
    await page.locator(`[data-dot="0 ${A}"]`).click();
    assert.deepEqual(sent.slice(1), [{ type: 'breakpoint', key: `0 ${A}` }]);
    await page.locator(`[data-node="0 ${C}"] .title`).click();
    await page.keyboard.press('F9');
    assert.deepEqual(sent.at(-1), { type: 'breakpoint', key: `0 ${C}` });
    await page.getByRole('button', { name: 'Clear' }).click();
    assert.deepEqual(sent.at(-1), { type: 'clearLights' });
  });

  test('stand out in a theme that has no colors for them', async () => {
    const { page, show, post } = await open('highContrast');
    await show(menu);
    await post({ type: 'lights', lights: { ...lights, nodes: { [`0 ${A}`]: { kind: 'added', text: 'added' } } } });
    const { stroke, fill } = await page.locator('.light-added .box').evaluate((box) => {
      const style = getComputedStyle(box);
      return { stroke: style.stroke, fill: style.fill };
    });
    assert.notEqual(stroke, 'none');
    assert.notEqual(fill, 'rgb(0, 0, 0)');
  });

  test('a text that cannot be debugged has no dots', async () => {
    const { page, show, post } = await open();
    await show(menu);
    await post({ type: 'lights', lights: { ...lights, breakpoints: {}, canBreak: false } });
    assert.equal(await page.locator('.dot').count(), 0);
  });
});
