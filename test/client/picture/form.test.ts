import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Drawn } from '../../../client/picture/drawn';
import { removePart, setField } from '../../../client/picture/editOptions';
import { formOf } from '../../../client/picture/formOf';
import type { Form, FormField } from '../../../client/picture/pictureProtocol';
import { applyEdits } from '../../../flow/edit/edit';
import { pictureOf } from '../../../flow/layout';
import { readFlow } from '../../../flow/model/flowModel';
import { A } from '../../support/ids';
import { emptyForm, field, menu } from './menuForm';
import { picturePages } from './picturePage';

function drawnOf(text: string): Drawn {
  const model = readFlow(text);
  return { model, picture: pictureOf(model) };
}

/** The form of the first action of a flow. */
function formIn(text: string): { drawn: Drawn; key: string; form: Form; fieldOf: (name: string) => FormField } {
  const drawn = drawnOf(text);
  const key = drawn.picture.nodes.find(({ kind }) => kind === 'action')?.key ?? '';
  const form = formOf(drawn, { key }, drawn.model.actions[0] ?? assert.fail(), { findings: [] });
  return { drawn, key, form, fieldOf: (name) => form.fields.find((field) => field.name === name) ?? assert.fail(name) };
}

const set = ({ drawn, key }: ReturnType<typeof formIn>, name: string, value: string) => {
  const edits = setField(drawn, key, [name], value);
  return edits && applyEdits(drawn.model.text, edits);
};

suite('the form of an action', () => {
  test('has several lines for texts that can have them, and for every text that does', () => {
    const { fieldOf } = formIn(
      JSON.stringify([{ type: 'email_send', option: { subject: 'Two\nlines', content: 'x' } }]),
    );
    assert.equal(fieldOf('content').control, 'lines');
    assert.equal(fieldOf('subject').control, 'lines');
    const keys = formIn(JSON.stringify([{ type: 'digits_send', option: { digits: '1\r2' } }]));
    assert.equal(keys.fieldOf('digits').control, 'lines');
    assert.equal(formIn('[{"type":"email_send"}]').fieldOf('subject').control, 'text');
  });

  test('keeps the CRLF of a text', () => {
    const form = formIn(JSON.stringify([{ type: 'talk', option: { text: 'a\r\nb' } }]));
    assert.ok(set(form, 'text', 'a\nb\nc')?.includes(JSON.stringify('a\r\nb\r\nc')));
    const plain = formIn(JSON.stringify([{ type: 'talk', option: { text: 'a\nb' } }]));
    assert.ok(plain && set(plain, 'text', 'a\nb\nc')?.includes(JSON.stringify('a\nb\nc')));
    const mixed = formIn(JSON.stringify([{ type: 'talk', option: { text: 'a\r\nb\nc\rd' } }]));
    assert.ok(set(mixed, 'text', 'a\nb2\nc\nd')?.includes(JSON.stringify('a\r\nb2\nc\rd')));
    assert.ok(set(mixed, 'text', 'a\nb\nnew\nc\nd')?.includes(JSON.stringify('a\r\nb\nnew\r\nc\rd')));
    assert.ok(set(mixed, 'text', 'c\nd')?.includes(JSON.stringify('c\rd')));
  });

  test('has options that VoIPbin does not know, and those of unknown types, as JSON', () => {
    const option = { txt: 'Hi', source: { type: 'tel', mobile: true } };
    const typo = formIn(JSON.stringify([{ type: 'call', option }]));
    assert.deepEqual([typo.fieldOf('txt').control, typo.fieldOf('txt').value], ['json', '"Hi"']);
    assert.ok(typo.fieldOf('source').parts.some(({ name, canRemove }) => name === 'mobile' && canRemove));
    assert.ok(set(typo, 'txt', '"Bye"')?.includes('"txt":"Bye"'));
    const removed = removePart(typo.drawn, typo.key, ['txt']);
    assert.ok(removed && !applyEdits(typo.drawn.model.text, removed).includes('txt'));
    const unknown = formIn(JSON.stringify([{ type: 'dance', option: { steps: [1, 2] } }]));
    assert.deepEqual(
      unknown.form.fields.map(({ name }) => name),
      ['steps'],
    );
    assert.ok(set(unknown, 'steps', '[3]')?.includes('"steps":[3]'));
  });

  test('changes of a value that is JSON only what differs', () => {
    const written = '{ "a": 1, /* keep */ "b": [1,  2] }';
    const drawn = drawnOf(`[{"type":"talk","option":{"weird":${written}}}]`);
    const edits = setField(drawn, '0 talk #1', ['weird'], '{"a": 1, "b": [1, 3]}');
    assert.ok(edits && applyEdits(drawn.model.text, edits).includes(written.replace('2]', '3]')));
    assert.deepEqual(setField(drawn, '0 talk #1', ['weird'], '{"a": 1, "b": [1, 2]}'), []);
  });

  test('takes no decimals for a whole number, and no number that would lose digits', () => {
    const form = formIn('[{"type":"sleep","option":{"duration":12345678901234567890,"other":[12345678901234567890]}}]');
    assert.equal(form.fieldOf('duration').value, '12345678901234567890');
    assert.equal(form.fieldOf('other').value, '[12345678901234567890]');
    assert.equal(form.fieldOf('duration').isWhole, true);
    assert.equal(set(form, 'duration', '1.5'), undefined);
    assert.equal(set(form, 'duration', '123456789012345678901'), undefined);
    assert.equal(set(form, 'other', '[12345678901234567891]'), undefined);
    for (const lost of ['1e400', '{"a": -1e400}', '0.12345678901234567890123', '1e-400', '1.0000000000000000000001'])
      assert.equal(set(form, 'other', lost), undefined, lost);
    for (const kept of ['1e3', '-0.50', '1.0', '0', '0.1', '1E+21', '123e-7', '1e-7', '9007199254740992'])
      assert.ok(set(form, 'other', kept)?.includes(`"other":${Number(kept)}`), kept);
    assert.ok(set(form, 'other', '["12345678901234567891"]'));
    assert.ok(set(form, 'duration', '5e3')?.includes('5000'));
  });

  test('shows a key that is there twice, and takes a value as JSON only without one', () => {
    const option = { other: 0 };
    const flow = (json: string) => JSON.stringify([{ type: 'sleep', option }]).replace('0', json);
    const form = formIn(flow('[{"a":1, "a":"two"}, 1.50, {"A":1,"a":2}]'));
    const shown = form.fieldOf('other').value;
    assert.equal(shown.replaceAll(/\s/g, ''), '[{"a":1,"a":"two"},1.50,{"A":1,"a":2}]');
    for (const twice of [shown, '{"a":1,"a":1}', '[{"b":{"x":1,"\\u0078":2}}]', '{"a":{},"b":0,"a":{}}'])
      assert.equal(set(form, 'other', twice), undefined, twice);
    assert.equal(
      set(form, 'other', '[{"a":"two"}, 1.5, {"A":1,"a":2}]'),
      flow('[{ "a": "two" }, 1.50, {"A":1,"a":2}]'),
    );
    assert.equal(set(form, 'other', '{"a":"two"}'), flow('{ "a": "two" }'));
    const single = formIn(flow('{"a":1, "a":2}'));
    assert.equal(set(single, 'other', '{"a":2}'), flow('{ "a": 2 }'));
    assert.deepEqual(setField(formIn(flow('{"A":1,"a":2}')).drawn, single.key, ['other'], '{"A":1,"a":2}'), []);
  });
});

suite('the page of a form', function () {
  this.timeout(60_000);
  const open = picturePages();
  const lines: FormField = { ...field, value: 'first line\nsecond line' };

  test('keeps the line breaks of a text', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    await post({ type: 'form', form: { ...emptyForm, fields: [lines] } });
    await page.getByLabel('text', { exact: true }).focus();
    for (const key of ['Control+End', '!', 'Tab']) await page.keyboard.press(key);
    const value = 'first line\nsecond line!';
    assert.deepEqual(sent.at(-1), { type: 'edit', change: { edit: 'set', node: `0 ${A}`, path: ['text'], value } });
  });

  test('says why a number is not taken', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    const number: FormField = { ...field, control: 'number', isWhole: true };
    await post({ type: 'form', form: { ...emptyForm, fields: [number] } });
    const before = sent.length;
    const type = async (value: string) => {
      await page.getByLabel('text', { exact: true }).fill(value);
      await page.getByLabel('text', { exact: true }).blur();
      return page.getByRole('alert').textContent();
    };
    assert.match((await type('1.5')) ?? '', /must not have decimals/);
    assert.match((await type('123456789012345678901')) ?? '', /too many digits/);
    assert.equal(sent.length, before);
  });

  test('says that a telephone has neither a pause nor keys in lower case, as the check does', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    await post({ type: 'form', form: { ...emptyForm, fields: [{ ...field, control: 'keys' }] } });
    const before = sent.length;
    const box = page.getByLabel('text', { exact: true });
    for (const value of ['1,2', '1a']) {
      await box.fill(value);
      await box.blur();
      assert.match((await page.getByRole('alert').textContent()) ?? '', /only the keys 0 to 9, A to D, \* and #\./);
    }
    assert.equal(sent.length, before);
    await box.fill('1A*#${x}');
    await box.blur();
    assert.equal(await page.getByRole('alert').textContent(), '');
    assert.equal(sent.length, before + 1);
  });

  test('says which key of a value as JSON is there twice', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    await post({ type: 'form', form: { ...emptyForm, fields: [{ ...field, control: 'json' }] } });
    const before = sent.length;
    const box = page.getByLabel('text', { exact: true });
    await box.fill('{"list": [{"key <b>": 1, "key <b>": 2}]}');
    await box.blur();
    assert.equal(
      await page.getByRole('alert').textContent(),
      'The key "key <b>" is in one object twice. VoIPbin uses only the last one. Remove one of them. The flow is unchanged.',
    );
    assert.equal(sent.length, before);
    await box.fill('{"list": [{"key <b>": 2}]}');
    await box.blur();
    assert.equal(await page.getByRole('alert').textContent(), '');
    assert.equal(sent.length, before + 1);
  });

  test('leaves the text alone where a number field has no number in it, and takes an option out where it is empty', async () => {
    const { page, show, post, sent } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    const number: FormField = { ...field, control: 'number', value: '1000' };
    await post({ type: 'form', form: { ...emptyForm, fields: [number] } });
    const before = sent.length;
    const write = async (written: string) => {
      await page.getByLabel('text', { exact: true }).focus();
      for (const key of ['Control+a', 'Delete', ...written, 'Tab']) await page.keyboard.press(key);
    };
    for (const written of ['1e', '-']) {
      await write(written);
      assert.match((await page.getByRole('alert').textContent()) ?? '', /This is not a number/);
      assert.equal(sent.length, before);
    }
    await write('');
    const change = { edit: 'set', node: `0 ${A}`, path: ['text'], value: '' };
    assert.deepEqual(sent.at(-1), { type: 'edit', change });
  });

  test('offers no change of a list for an action that is the whole text', async () => {
    const { page, show, post } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    const way = { edge: 'x', text: 'next', to: 'rest of the list', target: 'y', canRemove: false };
    await post({ type: 'form', form: { ...emptyForm, ways: [way] } });
    await page.getByRole('button', { name: 'Delete' }).waitFor();
    await post({ type: 'form', form: { ...emptyForm, ways: [way], isAlone: true } });
    await page.getByRole('button', { name: 'Delete' }).waitFor({ state: 'detached' });
    assert.deepEqual(await page.locator('aside button').allTextContents(), ['next → rest of the list']);
  });

  test('shows a text in the whole width of the form, also in a list, and looks disabled where nothing can be changed', async () => {
    const { page, show, post } = await open();
    await show(menu);
    await page.locator('.node.action').first().click();
    const item: FormField = { ...field, path: ['list', 0], name: '1', control: 'text', takesVariables: true };
    const list: FormField = { ...field, path: ['list'], name: 'list', control: 'list' };
    const all = { ...emptyForm, variables: ['a.b'], fields: [{ ...list, parts: [{ ...item, canRemove: true }] }] };
    await post({ type: 'form', form: all });
    const width = async (of: string) => (await page.locator(of).boundingBox())?.width ?? 0;
    assert.ok((await width('[data-field=\'["list",0]\']')) > (await width('aside')) * 0.65);
    const opacity = () => page.getByLabel('1', { exact: true }).evaluate((node) => getComputedStyle(node).opacity);
    assert.equal(await opacity(), '1');
    await show(menu, { isReadOnly: true });
    await post({ type: 'form', form: all });
    assert.notEqual(await opacity(), '1');
  });
});
