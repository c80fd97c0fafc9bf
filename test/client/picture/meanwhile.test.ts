import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { answerQuestions } from '../../../client/picture/answerQuestions';
import type { AnsweredEdit } from '../../../client/picture/askMissing';
import type { Drawn } from '../../../client/picture/drawn';
import { editsFor } from '../../../client/picture/editsFor';
import { movedKeys } from '../../../client/picture/movedKeys';
import type { ToPage } from '../../../client/picture/pictureProtocol';
import { createVersions } from '../../../client/picture/versions';
import { applyEdits } from '../../../flow/edit/edit';
import { pictureOf } from '../../../flow/layout';
import { readFlow } from '../../../flow/model/flowModel';
import { newIds } from '../../support/ids';
import { emptyForm, field } from './menuForm';
import { picturePages } from './picturePage';

const talk = (text: string) => ({ type: 'talk', option: { text } });
const branch = { type: 'branch', option: { variable: 'x', target_ids: {} } };
const flow = [{ type: 'answer' }, talk('First'), talk('Second'), branch, talk('Last')];
/** The same flow after somebody else put an action in front. */
const longer = [{ type: 'answer' }, talk('New'), ...flow.slice(1)];

function drawnOf(flow: unknown): Drawn {
  const model = readFlow(JSON.stringify(flow));
  return { model, picture: pictureOf(model) };
}

interface Written {
  readonly type: string;
  readonly id?: string;
  readonly next_id?: string;
  readonly option?: { readonly text?: string };
}

/** What is written if the text becomes another one while each question is open. */
async function answered(first: AnsweredEdit, answers: readonly Partial<AnsweredEdit>[], texts: readonly unknown[]) {
  const versions = createVersions();
  versions.add({});
  let drawn = drawnOf(flow);
  let asked = 0;
  const change = await answerQuestions(first, {
    ask: async (lacking) => (asked < answers.length ? ({ ...lacking, ...answers[asked] } as AnsweredEdit) : lacking),
    catchUp: async () => {
      const now = drawnOf(texts[asked++]);
      versions.add(movedKeys(drawn, [], now));
      drawn = now;
    },
    versions,
  });
  if (change === 'gone' || !change) return change;
  const { edits } = editsFor(change, drawn, newIds()) ?? {};
  return edits && (JSON.parse(applyEdits(drawn.model.text, edits)) as Written[]);
}

const saysAll = (actions: Awaited<ReturnType<typeof answered>>) =>
  Array.isArray(actions) ? actions.map(({ type, option }) => option?.text ?? type) : [];

suite('a flow that is changed elsewhere while the picture asks', () => {
  test('gets the new action behind the action that was chosen', async () => {
    const action = { type: 'echo' };
    const after = await answered({ edit: 'addAfter', node: '0 talk #2' }, [{ action }], [longer]);
    assert.deepEqual(saysAll(after), ['answer', 'New', 'First', 'Second', 'echo', 'branch', 'Last']);
    const on = await answered({ edit: 'add', edge: '0 talk #1 next' }, [{ action }], [longer]);
    assert.deepEqual(saysAll(on), ['answer', 'New', 'First', 'echo', 'Second', 'branch', 'Last']);
  });

  test('gets an action at its start, where it has another first action by now', async () => {
    const edge = 'start of 0 start 0 answer #1';
    const after = await answered({ edit: 'add', edge }, [{ action: { type: 'echo' } }], [[talk('New'), ...flow]]);
    assert.deepEqual(saysAll(after).slice(0, 3), ['echo', 'New', 'answer']);
  });

  test('leads the chosen action to the one that was picked from the list', async () => {
    const after = await answered({ edit: 'lead', edge: '0 talk #1 next' }, [{ to: '0 talk #3' }], [longer]);
    assert.ok(Array.isArray(after));
    const last = after.find((action) => JSON.stringify(action).includes('Last'));
    const first = after.find((action) => JSON.stringify(action).includes('First'));
    assert.ok(last?.id);
    assert.equal(first?.next_id, last.id);
    assert.equal(JSON.stringify(after).match(/next_id/g)?.length, 1);
  });

  test('gets a case whose target was picked after one more change', async () => {
    const longest = [talk('Newer'), ...longer];
    const node = '0 branch #1';
    const after = await answered({ edit: 'addCase', node }, [{ value: '1' }, { to: '0 talk #2' }], [longer, longest]);
    assert.ok(Array.isArray(after));
    const target = after.find((action) => JSON.stringify(action).includes('First'))?.id;
    assert.ok(target);
    assert.deepEqual(after.find(({ type }) => type === 'branch')?.option, {
      variable: 'x',
      target_ids: { '1': target },
    });
  });

  test('keeps the target of a case that it got meanwhile', async () => {
    const known = { ...branch, option: { ...branch.option, target_ids: { '1': 'x' } } };
    const texts = [flow, flow.with(3, known)];
    const answers = [{ value: '1' }, { to: '0 talk #1' }];
    assert.equal(await answered({ edit: 'addCase', node: '0 branch #1' }, answers, texts), undefined);
  });

  test('stays as it is where the action no longer exists, or the question is closed', async () => {
    const without = flow.toSpliced(2, 1);
    const change: AnsweredEdit = { edit: 'addAfter', node: '0 talk #2' };
    assert.equal(await answered(change, [{ action: { type: 'echo' } }], [without]), 'gone');
    const versions = createVersions();
    const closed = await answerQuestions(change, {
      ask: async () => undefined,
      catchUp: () => assert.fail('nothing was answered'),
      versions,
    });
    assert.equal(closed, undefined);
  });
});

suite('the page of a picture whose flow is changed elsewhere', function () {
  this.timeout(60_000);
  const open = picturePages();
  const moved = movedKeys(drawnOf(flow), [], drawnOf(longer));
  const formOf = (key: string): Extract<ToPage, { type: 'form' }> => ({
    type: 'form',
    form: {
      ...emptyForm,
      key,
      fields: [
        { ...field, control: 'text', value: 'Second' },
        { ...field, path: ['id'], name: 'id', control: 'target' },
      ],
      ways: [{ edge: `${key} next`, text: 'next', to: 'branch', target: '0 branch #1', canRemove: false }],
    },
  });

  test('keeps what is half typed in a form, and writes it to the same action', async () => {
    const { page, show, post, sent } = await open();
    await show(flow);
    await page.locator('[data-node="0 talk #2"]').click();
    await post(formOf('0 talk #2'));
    const text = page.locator('[data-field=\'["text"]\']');
    await text.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' typed');
    await show(longer, { moved });
    await post(formOf('0 talk #3'));
    assert.equal(await text.inputValue(), 'Second typed');
    await page.keyboard.type(' more');
    await page.keyboard.press('Tab');
    const change = { edit: 'set', node: '0 talk #3', path: ['text'], value: 'Second typed more' } as const;
    assert.deepEqual(
      sent.filter(({ type }) => type === 'edit'),
      [{ type: 'edit', change }],
    );
  });

  test('picks for the action and the arrow for which picking began', async () => {
    const { page, show, post, sent } = await open();
    const buttons = [
      ['Pick in the picture where next leads', { edit: 'lead', edge: '0 talk #3 next', to: '0 talk #4' }],
      ['Pick id in the picture', { edit: 'target', node: '0 talk #3', path: ['id'], to: '0 talk #4' }],
      ['Move after another action', { edit: 'moveOnto', node: '0 talk #3', edge: '0 talk #4 end' }],
    ] as const;
    for (const [label, change] of buttons) {
      await show(flow);
      await page.locator('[data-node="0 talk #2"]').click();
      await post(formOf('0 talk #2'));
      await page.getByRole('button', { name: label }).click();
      await show(longer, { moved });
      await post(formOf('0 talk #3'));
      await page.locator('[data-node="0 talk #4"]').click();
      assert.deepEqual(sent.at(-1), { type: 'edit', change });
      await show(flow, { moved: movedKeys(drawnOf(longer), [], drawnOf(flow)) });
    }
  });

  test('leads the arrow that is being dragged, and moves the action that is', async () => {
    const { page, show, sent } = await open();
    const centerOf = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      assert.ok(box);
      return [box.x + box.width / 2, box.y + box.height / 2] as const;
    };
    await show(flow);
    await page.mouse.move(...(await centerOf('[data-tip="0 talk #2 next"]')));
    await page.mouse.down();
    await show(longer, { moved });
    await page.mouse.move(...(await centerOf('[data-node="0 talk #1"]')));
    await page.mouse.up();
    assert.deepEqual(sent.at(-1), {
      type: 'edit',
      change: { edit: 'lead', edge: '0 talk #3 next', to: '0 talk #1' },
    });
    await show(flow, { moved: movedKeys(drawnOf(longer), [], drawnOf(flow)) });
    const [x, y] = await centerOf('[data-node="0 talk #2"]');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + 20);
    await show(longer, { moved });
    await page.mouse.move(...(await centerOf('[data-edge="0 answer #1 next"].open')));
    await page.mouse.up();
    assert.deepEqual(sent.at(-1), {
      type: 'edit',
      change: { edit: 'moveOnto', node: '0 talk #3', edge: '0 answer #1 next' },
    });
  });
});
