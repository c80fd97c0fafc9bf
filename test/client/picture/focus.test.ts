import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Form, FormField } from '../../../client/picture/pictureProtocol';
import { A, B } from '../../support/ids';
import { emptyForm, field, menu } from './menuForm';
import { picturePages } from './picturePage';

const form: Form = {
  ...emptyForm,
  variables: ['voipbin.call.digits'],
  fields: [
    { ...field, value: 'Press 1.', doc: '', takesVariables: true },
    { ...field, path: ['voice_id'], name: 'voice_id', control: 'text', doc: '' },
  ],
};

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

  test('that was on something that is gone does not leave the keyboard without effect', async () => {
    const { page, show, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    await page.evaluate(() => (document.activeElement as SVGElement | null)?.blur());
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(sent.at(-1), { type: 'select', key: '0 branch #1' });
    assert.equal(await page.locator(':focus').getAttribute('data-node'), '0 branch #1');
  });

  test('stays on an action when the one that has it goes, and follows the cursor of the text', async () => {
    const { page, show, post } = await open();
    await show([{ type: 'beep' }, ...menu]);
    await page.locator('.node.action').first().click();
    await post({ type: 'cursor', key: '0 branch #1' });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-node'));
    assert.equal(await focused(), '0 branch #1');
    await page.locator('[data-node="0 beep #1"]').focus();
    await show(menu);
    assert.equal(await focused(), '0 branch #1');
    // While a person types in the text, the page would take the focus from there.
    await page.evaluate(() => {
      document.hasFocus = () => false;
    });
    await post({ type: 'cursor', key: `0 ${A}` });
    assert.equal(await focused(), '0 branch #1');
    await show(menu.filter(({ type }) => type !== 'branch'));
    assert.equal(await focused(), null);
    await page.evaluate(() => {
      document.hasFocus = () => true;
      window.dispatchEvent(new Event('focus'));
    });
    assert.equal(await focused(), `0 ${A}`);
  });

  test('stays in a form that is drawn again, and so does what is being typed', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    await post({ type: 'form', form });
    const variables = page.getByLabel('Insert a variable into text');
    await variables.focus();
    await post({ type: 'form', form });
    assert.ok(await variables.evaluate((node) => node === document.activeElement));
    const voice = page.getByLabel('voice_id');
    await voice.pressSequentially('Ann');
    await post({ type: 'form', form: { ...form, title: 'talk "Hello"' } });
    assert.equal(await voice.inputValue(), 'Ann');
    assert.deepEqual(sent.filter(({ type }) => type === 'edit').length, 0);
    await page.keyboard.press('Tab');
    assert.deepEqual(sent.at(-1), {
      type: 'edit',
      change: { edit: 'set', node: `0 ${A}`, path: ['voice_id'], value: 'Ann' },
    });
  });

  test('and what is being typed go with the item of a list when its place is another one', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    const listOf = (...targets: string[]): Form => {
      const parts = targets.map((value, at): FormField => {
        const path = ['destinations', at];
        const target: FormField = {
          ...field,
          path: [...path, 'target'],
          name: 'target',
          control: 'text',
          value,
          doc: '',
        };
        return { ...field, path, name: String(at + 1), control: 'group', value: '', parts: [target], canRemove: true };
      });
      const list: FormField = {
        ...field,
        path: ['destinations'],
        name: 'destinations',
        control: 'list',
        value: '',
        parts,
      };
      return { ...emptyForm, fields: [list] };
    };
    const box = (at: number) => page.locator(`[data-field='["destinations",${at},"target"]']`);
    const isFocused = (at: number) => box(at).evaluate((node) => node === document.activeElement);
    await post({ type: 'form', form: listOf('Ann', 'Bob', 'Cid') });
    await box(1).focus();
    await page.keyboard.press('End');
    await page.keyboard.type('by');
    await post({ type: 'form', form: listOf('New', 'Ann', 'Bob', 'Cid') });
    assert.deepEqual(
      [await box(1).inputValue(), await box(2).inputValue(), await isFocused(2)],
      ['Ann', 'Bobby', true],
    );
    await post({ type: 'form', form: listOf('Bob', 'Cyd') });
    assert.deepEqual([await box(0).inputValue(), await isFocused(0)], ['Bobby', true]);
    // What was edited elsewhere is the same item, if nothing came or went.
    await post({ type: 'form', form: listOf('Rob', 'Cyd') });
    assert.deepEqual([await box(0).inputValue(), await isFocused(0)], ['Bobby', true]);
    await page.keyboard.press('Tab');
    const change = { edit: 'set', node: `0 ${A}`, path: ['destinations', 0, 'target'], value: 'Bobby' };
    assert.deepEqual(sent.at(-1), { type: 'edit', change });
    await post({ type: 'form', form: listOf('Bob', 'Cyd') });
    await box(1).focus();
    await page.keyboard.type('X');
    const before = sent.length;
    await post({ type: 'form', form: listOf('Bob') });
    assert.equal(await box(0).inputValue(), 'Bob');
    assert.equal(sent.length, before);
  });

  test('undo in a form takes back the change that the form has just made, and first what is being typed', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    await post({ type: 'form', form });
    const commands = () => sent.flatMap(({ type }) => (type === 'undo' || type === 'redo' ? [type] : []));
    const text = page.locator('[data-field=\'["text"]\']');
    await text.focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    assert.deepEqual(commands(), ['undo', 'redo']);
    await page.keyboard.type('Typed');
    await page.keyboard.press('Control+z');
    assert.deepEqual(commands().length, 2);
    await page.waitForFunction(() => (document.activeElement as HTMLTextAreaElement).value === 'Press 1.');
    await page.keyboard.press('Control+Shift+z');
    assert.deepEqual(commands().length, 2, 'the field brings back what was typed');
    await page.locator('[type="search"]').focus();
    await page.keyboard.press('Control+z');
    assert.deepEqual(commands().length, 2);
  });

  test('keys with letters do what they do with Caps Lock and on keyboards with other letters', async () => {
    const { page, show, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    const press = (init: object) =>
      page.evaluate(
        (given) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...given })),
        init,
      );
    await press({ key: 'Z', code: 'KeyZ', ctrlKey: true });
    await press({ key: 'я', code: 'KeyZ', ctrlKey: true });
    await press({ key: 'Я', code: 'KeyZ', ctrlKey: true, shiftKey: true });
    await press({ key: 'D', code: 'KeyD', ctrlKey: true });
    await press({ key: 'ф', code: 'KeyA' });
    // On a German keyboard the key beside T is a Z.
    await press({ key: 'z', code: 'KeyY', ctrlKey: true });
    await page.waitForFunction(() => true);
    assert.deepEqual(
      sent.slice(-6).map((message) => (message.type === 'edit' ? message.change.edit : message.type)),
      ['undo', 'undo', 'redo', 'duplicate', 'addAfter', 'undo'],
    );
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
