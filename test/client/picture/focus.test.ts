import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { A, B, C } from '../../support/ids';
import { picturePages } from './picturePage';

const menu = [
  { type: 'talk', id: A, option: { text: 'Press 1.' } },
  { type: 'branch', option: { target_ids: { '1': B }, default_target_id: C } },
  { type: 'hangup', id: B },
  { type: 'goto', id: C, option: { target_id: A, loop_count: 2 } },
];

suite('the focus in a picture', function () {
  this.timeout(60_000);
  const open = picturePages();

  test('an action that was added takes the focus from nothing outside of the page, and has it when the page gets it', async () => {
    const { page, show } = await open();
    await show(menu);
    await page.evaluate(() => {
      document.hasFocus = () => false;
    });
    await show(menu, { select: `0 ${B}` });
    assert.equal(await page.locator('[aria-selected="true"]').getAttribute('data-node'), `0 ${B}`);
    assert.equal(await page.locator('[data-node]:focus').count(), 0);
    await page.evaluate(() => {
      document.hasFocus = () => true;
      window.dispatchEvent(new Event('focus'));
    });
    assert.equal(await page.locator(':focus').getAttribute('data-node'), `0 ${B}`);
  });

  test('a page that a key of VS Code led to goes on with the arrow keys', async () => {
    const { page, show, sent } = await open();
    await show(menu);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    assert.equal(await page.locator(':focus').getAttribute('data-node'), 'start of 0');
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(sent.at(-1), { type: 'select', key: `0 ${A}` });
    await page.keyboard.press('Escape');
    assert.deepEqual(sent.at(-1), { type: 'selectNothing' });
  });

  test('what the hover of an action says can be read to its end, by the pointer and by the keyboard alone', async () => {
    const { page, show, post } = await open();
    await show(menu);
    const tip = page.locator('.hover');
    const text = 'A line.\n'.repeat(200);
    const node = page.locator('.node.action').first();
    await post({ type: 'hover', key: `0 ${A}`, text });
    assert.equal(await tip.isVisible(), false, 'the pointer is elsewhere by now');
    await node.hover();
    await post({ type: 'hover', key: `0 ${A}`, text });
    await tip.hover();
    await page.mouse.wheel(0, 500);
    await page.waitForFunction(() => (document.querySelector('.hover')?.scrollTop ?? 0) > 0);
    await page.mouse.move(2, 690);
    await tip.waitFor({ state: 'hidden' });
    await node.focus();
    await page.keyboard.press('i');
    await post({ type: 'hover', key: `0 ${A}`, text });
    await page.locator('.hover:focus').waitFor();
    await page.keyboard.press('End');
    await page.waitForFunction(() => (document.querySelector('.hover')?.scrollTop ?? 0) > 0);
  });
});
