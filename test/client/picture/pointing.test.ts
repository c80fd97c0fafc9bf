import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { addPlace } from '../../../client/picture/page/addPlace';
import { placeBeside, tipText } from '../../../client/picture/page/tip';
import { layOut } from '../../../flow/layout/layOut';
import { pictureOf } from '../../../flow/layout/pictureOf';
import { readFlow } from '../../../flow/model/flowModel';
import { A, B, C } from '../../support/ids';
import { picturePages } from './picturePage';

const rect = (left: number, top: number, width: number, height: number) => ({ left, top, width, height });

suite('the tip of an action', () => {
  test('covers no other action where there is room', () => {
    const canvas = rect(0, 0, 900, 700);
    const column = [100, 200, 300].map((top) => rect(100, top, 200, 50));
    const at = (box: ReturnType<typeof rect>, others: readonly ReturnType<typeof rect>[]) =>
      placeBeside(box, { width: 300, height: 150 }, canvas, others);
    assert.deepEqual(at(rect(100, 100, 200, 50), column), { x: 306, y: 100 });
    assert.deepEqual(at(rect(500, 100, 200, 50), [rect(710, 100, 100, 50)]), { x: 194, y: 100 });
    assert.deepEqual(at(rect(500, 640, 200, 50), []), { x: 194, y: 546 });
    // Where there is too little room it covers others rather than its own action.
    const narrow = placeBeside(rect(60, 300, 200, 50), { width: 264, height: 200 }, rect(0, 0, 330, 700), column);
    assert.ok(narrow.y >= 350 || narrow.y + 200 <= 300, JSON.stringify(narrow));
  });

  test('has no words of links that cannot be pressed in it', () => {
    const links =
      '[Play](command:voipbin.playHere?%5B1%5D) · [Play on the Phone](command:voipbin.playHereOnPhone?%5B1%5D)';
    assert.equal(tipText(`Shortest call: answer. ${links}`), 'Shortest call: answer.');
    assert.equal(tipText('See [the page](https://example.com).'), 'See the page.');
    assert.equal(tipText('![What leads here](data:image/svg+xml;base64,AAAA)\n\nA talk.'), 'A talk.');
  });
});

suite('the button that adds an action', () => {
  test('is not under a box', () => {
    const flow = [
      {
        type: 'branch',
        option: { target_ids: Object.fromEntries([...'12345'].map((key) => [key, B])), default_target_id: C },
      },
      { type: 'digits_receive', id: B },
      { type: 'hangup', id: C },
    ];
    const { nodes, edges } = layOut(pictureOf(readFlow(JSON.stringify(flow))));
    const edge = edges.find(({ text }) => text === '1') ?? assert.fail();
    const { x, y } = edge.textAt;
    const box = { x: x + 8, y: y - 20, width: 60, height: 40 };
    const free = addPlace(edge, nodes);
    const moved = addPlace(edge, [...nodes, box]);
    assert.ok(free.x > box.x && moved.x < box.x, JSON.stringify([free, moved]));
  });
});

suite('the pointer in a picture', function () {
  this.timeout(60_000);
  const open = picturePages();
  const merging = [
    { id: A, type: 'branch', option: { target_ids: { '1': C, '2': C }, default_target_id: B } },
    { id: B, type: 'talk', option: { text: 'Bye.' } },
    { id: C, type: 'hangup' },
  ];

  test('finds the tip of the arrow of what is chosen, where arrows end in one place', async () => {
    const { page, show } = await open();
    await show(merging);
    const found = async (key: string) => {
      await page.locator(`[data-node="0 ${key}"]`).click();
      const tips = page.locator('.tip');
      const own = page.locator(`g[data-from="0 ${key}"] .tip`).last();
      const box = (await own.boundingBox()) ?? assert.fail();
      const under = await page.evaluate(
        ([x, y]) =>
          document
            .elementFromPoint(x ?? 0, y ?? 0)
            ?.closest('g[data-edge]')
            ?.getAttribute('data-from'),
        [box.x + box.width / 2, box.y + box.height / 2 - 1],
      );
      assert.ok((await tips.count()) > 2);
      return under;
    };
    assert.equal(await found(A), `0 ${A}`);
    assert.equal(await found(B), `0 ${B}`);
    assert.equal(await found(A), `0 ${A}`);
  });

  test('sees which arrow it leads elsewhere', async () => {
    const { page, show } = await open();
    await show(merging);
    const tip = (await page.locator(`[data-edge="0 ${B} next"] .tip`).boundingBox()) ?? assert.fail();
    await page.locator(`[data-node="0 ${B}"]`).click();
    await page.mouse.move(tip.x + tip.width / 2, tip.y + tip.height / 2);
    await page.mouse.down();
    await page.mouse.move(tip.x + 80, tip.y + 40, { steps: 3 });
    assert.equal(await page.locator('.edge.led').getAttribute('data-edge'), `0 ${B} next`);
    await page.mouse.up();
    assert.equal(await page.locator('.edge.led').count(), 0);
  });

  test('drops nothing beside the picture, where an action is out of sight', async () => {
    const { page, show, sent } = await open();
    await show(merging);
    const drop = async (x: number, y: number) => {
      const tip = (await page.locator(`[data-edge="0 ${B} next"] .tip`).boundingBox()) ?? assert.fail();
      await page.mouse.move(tip.x + tip.width / 2, tip.y + tip.height / 2);
      await page.mouse.down();
      await page.mouse.move(x, y, { steps: 3 });
      await page.mouse.up();
      await page.evaluate('0');
    };
    const first = async () => (await page.locator(`[data-node="0 ${A}"] .box`).boundingBox()) ?? assert.fail();
    await page.mouse.move(450, 300);
    await page.mouse.wheel(0, (await first()).y - 5);
    await page.waitForFunction(
      (key) => (document.querySelector(`[data-node="${key}"]`)?.getBoundingClientRect().y ?? 99) < 10,
      `0 ${A}`,
    );
    const { x } = await first();
    await drop(x + 40, 12);
    assert.deepEqual(sent, [{ type: 'ready' }]);
    await page.mouse.move(450, 300);
    await page.mouse.wheel(0, -100);
    await page.waitForFunction(
      (key) => (document.querySelector(`[data-node="${key}"]`)?.getBoundingClientRect().y ?? 0) > 60,
      `0 ${A}`,
    );
    const { y } = await first();
    await drop(x + 40, y + 12);
    assert.equal(sent.at(-1)?.type, 'edit');
  });

  test('clicks through a tip that lies on an action', async () => {
    const { page, show, post, sent } = await open();
    await page.setViewportSize({ width: 330, height: 700 });
    await show([{ type: 'answer' }, { type: 'beep' }, { type: 'sleep' }, { type: 'hangup' }]);
    await page.locator('[data-node="0 sleep #1"]').hover();
    await post({ type: 'hover', key: '0 sleep #1', text: 'A long line that is as wide as a tip can be.\n'.repeat(30) });
    const tip = (await page.locator('.hover').boundingBox()) ?? assert.fail();
    for (const type of ['answer', 'beep', 'hangup']) {
      const { x, y, width, height } =
        (await page.locator(`[data-node="0 ${type} #1"] .box`).boundingBox()) ?? assert.fail();
      const at = { x: x + width / 2, y: y + height / 2 };
      if (at.x < tip.x || at.x > tip.x + tip.width || at.y < tip.y || at.y > tip.y + tip.height) continue;
      await page.mouse.click(at.x, at.y);
      // What the page tells has arrived before this answer.
      await page.evaluate('0');
      assert.deepEqual(sent.at(-1), { type: 'select', key: `0 ${type} #1` });
      break;
    }
    assert.equal(sent.at(-1)?.type, 'select');
    assert.ok(await page.locator('.hover').isHidden());
  });

  test('explains an action that it was moved to, not one that came under it', async () => {
    const { page, show, hovers } = await open();
    await page.clock.install();
    const beep = { type: 'beep' };
    await show([{ type: 'answer' }, beep]);
    await page.locator('[data-node="0 beep #1"]').hover();
    await page.evaluate("addEventListener('pointerover', () => { globalThis.hasCome = true; })");
    // Its place is taken by others.
    await show([{ type: 'answer' }, { type: 'sleep' }, { type: 'sleep' }, { type: 'sleep' }, beep]);
    await page.waitForFunction('globalThis.hasCome');
    hovers.splice(0);
    const wait = async () => {
      await page.clock.fastForward(2000);
      await page.evaluate('0');
    };
    await wait();
    assert.deepEqual(hovers, []);
    await page.locator('[data-node="0 beep #1"]').hover();
    await wait();
    assert.deepEqual(hovers, ['0 beep #1']);
    // Nor is it explained again before the pointer comes back.
    await page.locator('[data-node="0 beep #1"]').hover({ position: { x: 20, y: 20 } });
    await wait();
    assert.deepEqual(hovers, ['0 beep #1']);
  });

  test('has its tip closed by keys in the form', async () => {
    const { page, show, post } = await open();
    await show([{ type: 'answer' }, { type: 'hangup' }]);
    await page.locator('[data-node="0 answer #1"]').hover();
    await post({ type: 'hover', key: '0 answer #1', text: 'Answers the call.' });
    assert.ok(await page.locator('.hover').isVisible());
    await page.locator('aside').evaluate((form) => form.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' })));
    assert.ok(await page.locator('.hover').isHidden());
  });

  test('has the overview in a corner where it covers no action, and none where the picture has little room', async () => {
    const { page, show } = await open();
    await show(Array.from({ length: 60 }, () => ({ type: 'beep' })));
    for (const width of [900, 700, 560]) {
      await page.setViewportSize({ width, height: 600 });
      const overview = (await page.locator('.overview').boundingBox()) ?? assert.fail();
      const canvas = (await page.locator('.canvas').boundingBox()) ?? assert.fail();
      assert.ok(overview.width <= canvas.width * 0.31, `${width}`);
      for (const box of await page.locator('.node .box').all()) {
        const { x, y, width, height } = (await box.boundingBox()) ?? assert.fail();
        const isApart =
          x > overview.x + overview.width ||
          x + width < overview.x ||
          y > overview.y + overview.height ||
          y + height < overview.y;
        assert.ok(isApart, JSON.stringify({ x, y, overview }));
      }
    }
    await page.setViewportSize({ width: 240, height: 600 });
    await page.locator('.overview').waitFor({ state: 'hidden' });
  });

  test('shows all of a tall flow', async () => {
    const { page, show } = await open();
    await show(Array.from({ length: 300 }, () => ({ type: 'beep' })));
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    const whole = () =>
      page.evaluate(() => {
        const picture = document.querySelector('.picture')?.getBoundingClientRect();
        const boxes = [...document.querySelectorAll('.node .box')].map((box) => box.getBoundingClientRect());
        return (
          boxes.length > 300 &&
          boxes.every(({ top, bottom }) => picture && top >= picture.top && bottom <= picture.bottom)
        );
      });
    await page.waitForFunction(() => document.querySelectorAll('.node .box').length > 300);
    assert.ok(await whole());
    await page.getByRole('button', { name: 'Zoom in' }).click();
    assert.ok(!(await whole()));
  });
});
