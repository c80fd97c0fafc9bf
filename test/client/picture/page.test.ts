import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { menuFlow } from '../../../bench/menuFlow';
import type { Form, FormField } from '../../../client/picture/pictureProtocol';
import { A, B, C } from '../../support/ids';
import { emptyForm, field, menu } from './menuForm';
import { picturePages } from './picturePage';

const form: Form = {
  ...emptyForm,
  fields: [
    { ...field, value: 'Press 1.', isRequired: true },
    { ...field, path: ['extra'], name: 'extra', control: 'json' },
  ],
};

suite('the page of a picture', function () {
  this.timeout(60_000);
  const open = picturePages();

  test('is a tree in which each action says what it is and where it leads', async () => {
    const { page, show, sent } = await open();
    await show(menu);
    assert.deepEqual(sent, [{ type: 'ready' }]);
    assert.equal(await page.getByRole('tree', { name: 'Picture of menu.flow.json' }).count(), 1);
    const names = await page
      .getByRole('treeitem')
      .evaluateAll((all) => all.map((item) => item.getAttribute('aria-label')));
    assert.equal(names[0], 'Start. leads to talk "Press 1."');
    assert.ok(names.some((name) => name?.startsWith('branch 1. leads to 1 to hangup, default to goto')));
  });

  test('a click selects, a double click opens the text', async () => {
    const { page, show, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().dblclick();
    assert.deepEqual(
      sent.slice(1).map(({ type }) => type),
      ['select', 'select', 'open'],
    );
    assert.equal(await page.locator('[aria-selected="true"]').getAttribute('data-node'), `0 ${A}`);
  });

  test('with the keyboard alone: along the arrows, then add, move, copy, delete, undo', async () => {
    const { page, show, sent } = await open();
    await show(menu);
    await page.locator('[role="treeitem"]').first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp'])
      await page.keyboard.press(key);
    const selected = sent.flatMap((message) => (message.type === 'select' ? [message.key] : []));
    assert.deepEqual(selected, [`0 ${A}`, '0 branch #1', `0 ${B}`, `0 ${C}`, `0 ${B}`, '0 branch #1']);
    const before = sent.length;
    for (const key of ['Insert', 'Alt+ArrowUp', 'Control+d', 'Delete', 'Control+z', 'Control+y', 'Enter'])
      await page.keyboard.press(key);
    const node = '0 branch #1';
    assert.deepEqual(sent.slice(before), [
      { type: 'edit', change: { edit: 'addAfter', node } },
      { type: 'edit', change: { edit: 'move', node, by: -1 } },
      { type: 'edit', change: { edit: 'duplicate', node } },
      { type: 'edit', change: { edit: 'delete', node } },
      { type: 'undo' },
      { type: 'redo' },
      { type: 'open', key: node },
    ]);
  });

  test('an arrow has a button that adds, and a tip that leads elsewhere', async () => {
    const { page, show, sent } = await open();
    await show(menu);
    const edge = page.locator('[data-edge="0 branch #1 default"]');
    await edge.locator('.add').dispatchEvent('click');
    assert.deepEqual(sent.at(-1), { type: 'edit', change: { edit: 'add', edge: '0 branch #1 default' } });
    const tip = await edge.locator('.tip').boundingBox();
    const target = await page.locator(`[data-node="0 ${A}"] .box`).boundingBox();
    assert.ok(tip && target);
    await page.mouse.move(tip.x + tip.width / 2, tip.y + 3);
    await page.mouse.down();
    await page.mouse.move(target.x + 40, target.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.waitForTimeout(200);
    assert.deepEqual(sent.at(-1), {
      type: 'edit',
      change: { edit: 'lead', edge: '0 branch #1 default', to: `0 ${A}` },
    });
  });

  test('an action is dragged onto an arrow, and not onto one that nobody can change', async () => {
    const { page, show, sent } = await open();
    await show([{ type: 'answer' }, { type: 'beep' }, { type: 'sleep' }, { type: 'hangup' }]);
    const drag = async (edge: string) => {
      const box = await page.locator('[data-node="0 beep #1"] .box').boundingBox();
      const to = await page.locator(`[data-edge="${edge}"] .edge-line`).boundingBox();
      assert.ok(box && to);
      await page.mouse.move(box.x + 40, box.y + 10);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y + to.height / 2, { steps: 4 });
      await page.mouse.up();
      // What the page tells has arrived before this answer.
      await page.evaluate('0');
    };
    await drag('0 sleep #1 next');
    const moved = { type: 'edit', change: { edit: 'moveOnto', node: '0 beep #1', edge: '0 sleep #1 next' } };
    assert.deepEqual(sent.slice(1), [moved]);
    await drag('0 hangup #1 end');
    assert.equal(sent.length, 2);
  });

  test('jumps follow the arrows, and come back', async () => {
    const { page, show, sent } = await open();
    await show(menu);
    await page.locator(`[data-node="0 ${C}"]`).click();
    for (const key of ['F12', 'Alt+ArrowLeft', 'Shift+F12']) await page.keyboard.press(key);
    const chosen = sent.flatMap((message) => (message.type === 'select' ? [message.key] : []));
    assert.deepEqual(chosen, [`0 ${C}`, `0 ${A}`, `0 ${C}`, '0 branch #1']);
  });

  test('several actions are chosen with Shift, and a form says what can be made of them', async () => {
    const { page, show, post, sent } = await open();
    await show([{ type: 'answer' }, { type: 'beep' }, { type: 'sleep' }, { type: 'hangup' }]);
    await page.locator('[data-node="0 beep #1"]').click();
    await page.keyboard.press('Shift+ArrowDown');
    assert.deepEqual(sent.at(-1), { type: 'select', key: '0 beep #1', until: '0 sleep #1' });
    assert.equal(await page.locator('[aria-selected="true"]').count(), 2);
    const offers = [{ name: 'extract-call', title: 'Extract these 2 actions into a new call' }];
    await post({ type: 'form', form: { ...form, key: '0 beep #1', until: '0 sleep #1', offers } });
    await page.getByRole('button', { name: 'Extract these 2 actions into a new call' }).click();
    const change = { edit: 'refactor', node: '0 beep #1', until: '0 sleep #1', name: 'extract-call' };
    assert.deepEqual(sent.at(-1), { type: 'edit', change });
  });

  test('a target is picked in the picture, with the mouse and with the keyboard alone', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    await page.locator(`[data-node="0 ${C}"]`).click();
    const target: FormField = { ...field, path: ['target_id'], name: 'target_id', control: 'target' };
    const ways = [{ edge: `0 ${C} goto`, text: '2 × back', to: 'talk', target: `0 ${A}`, canRemove: true }];
    await post({ type: 'form', form: { ...form, key: `0 ${C}`, ways, fields: [target] } });
    await page.getByRole('button', { name: 'Pick target_id in the picture' }).click();
    await page.getByText('Which action is target_id?').waitFor();
    await page.locator(`[data-node="0 ${B}"]`).click();
    const picked = { edit: 'target', node: `0 ${C}`, path: ['target_id'], to: `0 ${B}` };
    assert.deepEqual(sent.at(-1), { type: 'edit', change: picked });
    await page.getByRole('button', { name: 'Pick in the picture where 2 × back leads' }).click();
    for (const key of ['ArrowLeft', 'Enter']) await page.keyboard.press(key);
    assert.deepEqual(sent.at(-1), { type: 'edit', change: { edit: 'lead', edge: `0 ${C} goto`, to: `0 ${B}` } });
    assert.ok(await page.locator('.banner').isHidden());
  });

  test('findings stand with what mends them, and parts of a list come and go', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    const message = '`language` is missing. <b>';
    const item: FormField = { ...field, path: ['list', 0], name: '1', control: 'text', value: 'x', canRemove: true };
    const list: FormField = { ...field, path: ['list'], name: 'list', control: 'list', parts: [item] };
    const findings = [{ severity: 'error', message, fixes: ['Add `language`'] }] as const;
    const variables = ['a.b'];
    const wrong = [{ severity: 'error', message: 'Wrong.' }] as const;
    const inside = { ...item, takesVariables: true, findings: wrong };
    await post({ type: 'form', form: { ...form, variables, findings, fields: [{ ...list, parts: [inside] }] } });
    await page.getByRole('button', { name: 'Add `language`' }).click();
    assert.deepEqual(sent.at(-1), { type: 'fix', key: `0 ${A}`, message, title: 'Add `language`' });
    await page.getByRole('button', { name: 'Add to list' }).click();
    assert.deepEqual(sent.at(-1), { type: 'edit', change: { edit: 'addPart', node: `0 ${A}`, path: ['list'] } });
    await page.getByRole('button', { name: 'Remove 1' }).click();
    assert.deepEqual(sent.at(-1), { type: 'edit', change: { edit: 'removePart', node: `0 ${A}`, path: ['list', 0] } });
    await page.getByLabel('Insert a variable into 1').selectOption('a.b');
    const set = { edit: 'set', node: `0 ${A}`, path: ['list', 0], value: 'x${a.b}' };
    assert.deepEqual(sent.at(-1), { type: 'edit', change: set });
    assert.equal(await page.locator('[aria-invalid="true"]').count(), 1);
    // What is only unusual is not wrong, and looks otherwise.
    const unusual = [{ severity: 'information', message: 'Unusual.' }] as const;
    await post({ type: 'form', form: { ...form, fields: [{ ...item, findings: unusual }] } });
    assert.equal(await page.locator('.finding.information', { hasText: 'Unusual.' }).count(), 1);
    assert.equal(await page.locator('[aria-invalid="true"]').count(), 0);
  });

  test('of a large flow what is in sight is drawn, and what is chosen out of sight', async () => {
    const { page, show, sent } = await open();
    const many = Array.from({ length: 400 }, (_, at) => ({ type: 'talk', option: { text: `Number ${at}` } }));
    await show(many);
    const count = await page.locator('.node').count();
    assert.ok(count > 5 && count < 120, String(count));
    await page.locator('[role="treeitem"]').first().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    assert.deepEqual(sent.at(-1), { type: 'select', key: '0 talk #400' });
    assert.match((await page.locator(':focus').getAttribute('aria-label')) ?? '', /Number 399/);
    assert.equal(await page.locator(':focus').getAttribute('aria-setsize'), '402');
    await page.getByRole('searchbox').fill('Number 200');
    await page.keyboard.press('Enter');
    await page.locator('.node.found[aria-selected="true"]', { hasText: 'Number 200' }).waitFor();
  });

  test('the overview of a tall flow can be hit, and a click in it goes there', async () => {
    const { page, show } = await open();
    await show(Array.from({ length: 400 }, () => ({ type: 'beep' })));
    const box = await page.locator('.overview').boundingBox();
    assert.ok(box && box.width >= 40 && box.height > 100, JSON.stringify(box));
    const first = page.locator('.node.start');
    assert.equal(await first.count(), 1);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height - 5);
    await first.waitFor({ state: 'detached' });
    const seen = await page.locator('.overview .seen').boundingBox();
    assert.ok(seen && seen.y > box.y + box.height / 2, JSON.stringify(seen));
  });

  test('texts of a flow are texts', async () => {
    const { page, show, post } = await open();
    await show([
      { type: 'talk', option: { text: '<img src=x onerror=alert(1)> [a](command:x)' } },
      { type: '<b>bold</b>' },
    ]);
    const hostile = '<img src=x onerror=alert(1)> <b>bold</b> [a](command:workbench.action.quit) $(zap)';
    await page.locator('.node.action').first().click();
    await post({ type: 'hover', key: '0 talk #1', text: hostile });
    await page.locator('.hover', { hasText: '<b>bold</b>' }).waitFor();
    const finding = { severity: 'error', message: hostile, fixes: [hostile] } as const;
    const ways = [{ edge: hostile, text: hostile, to: hostile, target: hostile, canRemove: true }];
    const inner: FormField = { ...field, name: hostile, path: [hostile], doc: hostile, value: hostile, unit: hostile };
    const offers = [{ name: hostile, title: hostile }];
    const title = hostile;
    const all = { ...form, title, summary: hostile, findings: [finding], ways, offers, fields: [inner] };
    await post({ type: 'form', form: { ...all, key: '0 talk #1' } });
    assert.equal(await page.locator('img, b, a').count(), 0);
    assert.equal(await page.locator('h2').textContent(), hostile);
    assert.ok((await page.locator('.node', { hasText: '<b>bold</b>' }).count()) > 0);
  });

  test('a form has a labelled control for each option, and tells what is changed', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    await post({ type: 'form', form });
    await page.getByLabel('text (required)').fill('Welcome');
    await page.getByLabel('text (required)').blur();
    const edits = () => sent.filter(({ type }) => type === 'edit');
    assert.deepEqual(edits(), [
      { type: 'edit', change: { edit: 'set', node: `0 ${A}`, path: ['text'], value: 'Welcome' } },
    ]);
    await page.getByLabel('extra').fill('{');
    await page.getByLabel('extra').blur();
    assert.equal(edits().length, 1);
    await page.getByText('This is not JSON.').waitFor();
  });

  test('what runs is marked, and ways that were taken stand out', async () => {
    const { page, show } = await open();
    await show(menu, { marks: { [`0 ${A}`]: { kind: 'running', text: 'running, 2×' } }, taken: [`0 ${A} next`] });
    await page.locator('.mark-running', { hasText: 'running, 2×' }).waitFor();
    assert.equal(await page.locator('.edge.taken').count(), 1);
    assert.match((await page.locator('.mark-running').getAttribute('aria-label')) ?? '', /running, 2×/);
  });

  test('of a run that goes on, only what it marks is drawn again, and the way that it took', async () => {
    const { page, show, post } = await open();
    await show(menu);
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('[data-node] > .box, g[data-edge]'))
        part.setAttribute('data-old', '');
    });
    const old = () => page.locator('[data-old]').count();
    const before = await old();
    const marks = { [`0 ${A}`]: { kind: 'running', text: 'running' } } as const;
    await post({ type: 'marks', marks, taken: [`0 ${A} next`] });
    await page.locator('.mark-running', { hasText: 'running' }).waitFor();
    assert.equal(await page.locator('.edge.taken').count(), 1);
    assert.equal(before - (await old()), 2);
    await post({ type: 'marks', marks: {}, taken: [] });
    assert.equal(await page.locator('.mark-running, .edge.taken').count(), 0);
  });

  test('boxes move to their new places, unless the reader wants no motion: by the system, or by a setting of VS Code', async () => {
    const { page, show } = await open();
    await show(menu);
    const duration = () =>
      page
        .locator('.node')
        .first()
        .evaluate((node) => getComputedStyle(node).transitionDuration);
    assert.equal(await duration(), '0s');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    assert.notEqual(await duration(), '0s');
    await page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
    assert.equal(await duration(), '0s');
  });

  test('a text that fits into its box is as wide as it is, and one that does not is squeezed', async () => {
    const { page, show } = await open();
    await show([
      { type: 'talk', option: { text: 'Illi, ill: a thin line.' } },
      { type: 'talk', option: { text: 'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW' } },
    ]);
    const texts = await page.locator('.node.action .detail').evaluateAll((all) =>
      all.map((text) => {
        const fixed = text.getAttribute('textLength');
        text.removeAttribute('textLength');
        return { fixed, natural: (text as SVGTextElement).getComputedTextLength() };
      }),
    );
    assert.ok(texts.length > 1 && texts.some(({ fixed }) => fixed === null));
    for (const { fixed, natural } of texts)
      assert.ok(fixed === null || Number(fixed) <= natural, `${fixed} ${natural}`);
  });

  test('a flow that is wider than the page begins at its start, and one that is collapsed is shown whole again', async () => {
    const { page, show } = await open();
    await show(menuFlow(60));
    const start = await page.locator('.node.start').first().boundingBox();
    assert.ok(start && Math.abs(start.x + start.width / 2 - 450) < 200, JSON.stringify(start));
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await page.getByRole('button', { name: 'Show straight runs as one box, and no new calls' }).click();
    await show(menu);
    const boxes = await page.locator('.node .box').evaluateAll((all) =>
      all.map((box) => {
        const { left, right, top, bottom, width } = box.getBoundingClientRect();
        return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight && width > 40;
      }),
    );
    assert.ok(boxes.length > 0 && boxes.every(Boolean));
  });

  test('of a text that cannot be read the picture stays, and says since when', async () => {
    const { page, show } = await open();
    await show(menu);
    await show(menu, { stale: '10:42' });
    await page.getByText('The text has not been a flow since 10:42.').waitFor();
    assert.equal(await page.locator('.add').count(), 0);
  });

  test('of a file that no longer exists the picture stays, says so and offers no edit', async () => {
    const { page, show } = await open();
    await show(menu);
    await show(menu, { isGone: true, isReadOnly: true });
    await page.getByText('The file of this flow no longer exists. This is the last picture.').waitFor();
    assert.equal(await page.locator('.add').count(), 0);
  });

  test('finds, zooms, shows all and collapses', async () => {
    const { page, show, sent } = await open();
    await show(menu);
    await page.getByRole('searchbox').fill('goto');
    assert.equal(await page.locator('.node.found').count(), 1);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('[aria-selected="true"]').getAttribute('data-node'), `0 ${C}`);
    const scale = () => page.locator('.picture > g').getAttribute('transform');
    const before = await scale();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    assert.notEqual(await scale(), before);
    await page.getByRole('button', { name: 'Show straight runs as one box, and no new calls' }).click();
    assert.deepEqual(sent.at(-1), { type: 'collapse', isOn: true });
  });

  test('what the search finds in a picture that is too small to read is shown large, in the middle', async () => {
    const { page, show } = await open();
    await show(Array.from({ length: 200 }, (_, n) => ({ type: 'talk', option: { text: `Text ${n}` } })));
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    const box = async () => (await page.locator('[data-node="0 talk #150"] .box').boundingBox()) ?? assert.fail();
    assert.ok((await box()).width < 60);
    await page.getByRole('searchbox').fill('Text 149');
    await page.keyboard.press('Enter');
    const { x, y, width, height } = await box();
    assert.ok(width > 150, `${width}`);
    const canvas = (await page.locator('.canvas').boundingBox()) ?? assert.fail();
    assert.ok(x > canvas.x && y > canvas.y && y + height < canvas.y + canvas.height);
    assert.ok(await page.getByRole('searchbox').evaluate((node) => node === document.activeElement));
  });

  test('stays where it is when something in it is scrolled to', async () => {
    const { page, show } = await open();
    await show(Array.from({ length: 60 }, () => ({ type: 'beep' })));
    await page
      .locator('.node.action')
      .last()
      .evaluate((node) => node.scrollIntoView());
    const tops = await page.evaluate(() =>
      ['.bar', '.picture'].map((of) => document.querySelector(of)?.getBoundingClientRect().top),
    );
    assert.deepEqual(tops, [0, (await page.locator('.bar').boundingBox())?.height]);
  });

  for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const)
    test(`has lines and texts that can be seen in ${theme}`, async () => {
      const { page, show } = await open(theme);
      await show(menu);
      const colors = await page.evaluate(() => {
        const color = (selector: string, name: 'stroke' | 'fill') => {
          const found = document.querySelector(selector);
          return found ? getComputedStyle(found)[name] : '';
        };
        return [color('.edge-line', 'stroke'), color('.node.action .box', 'stroke'), color('.title', 'fill')];
      });
      const background = await page.evaluate(
        () => getComputedStyle(document.querySelector('main') ?? document.body).backgroundColor,
      );
      for (const color of colors) assert.ok(color !== 'none' && color !== '' && color !== background, colors.join(' '));
    });
});
