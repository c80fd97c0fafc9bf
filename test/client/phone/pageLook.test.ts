import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import type { PhoneEvent } from '../../../client/phone/phoneModel';
import { phoneView } from '../../../client/phone/phoneView';
import { root } from '../../support/repository';
import { contrastsBelow } from './contrast';
import { type PhonePage, phonePages } from './phonePage';
import { after, anasLeg, key, legEvent, said, scenes, waits, workshopLeg } from './phones';
import { themes } from './themes';

const { ringing, saying, collecting, both } = scenes;
const view = (...events: PhoneEvent[]) => phoneView(after(...events), () => 3000);

suite('the look of the phone', function () {
  this.timeout(60_000);
  const open = phonePages();

  test('fits every width, with the longest of texts', async () => {
    const long = `${'frontdesk-of-the-rental-and-repair-department-'.repeat(4)}@sip.example.com`;
    const legs = [
      legEvent({ ...anasLeg, to: { name: '', address: long }, from: { name: long, address: long } }, 'talking'),
      legEvent({ ...workshopLeg, to: { name: long, address: long } }, 'ringing'),
    ];
    const { page, show } = await open();
    await show(view(...legs, said(long.repeat(8), 0), waits('callee', 9000), { type: 'select', leg: 'a' }));
    for (const width of [200, 320, 599, 600, 1200]) {
      await page.setViewportSize({ width, height: 700 });
      const [wide, out] = await page.evaluate(() => {
        const beyond = [...document.querySelectorAll('main *')].filter(
          (element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.unseen'),
        );
        return [document.documentElement.scrollWidth, beyond.map((element) => element.className)];
      });
      assert.ok(wide <= width, `${wide} in ${width}`);
      assert.deepEqual(out, [], `at ${width}`);
    }
  });

  test('a clock beside a long reason stays in one line', async () => {
    const { page, show } = await open({ width: 450, height: 800 });
    const over = legEvent(anasLeg, 'over', 66_000, { by: 'voipbin', reason: 'cancel' });
    await show(view(legEvent(anasLeg, 'talking'), over));
    const lines = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('.clock') as Element);
      return range.getClientRects().length;
    });
    assert.equal(lines, 1);
  });

  // A window of 900 × 600 leaves the first of these to the phone, and the second above an open panel.
  for (const [width, height] of [
    [310, 525],
    [310, 260],
    // The phone's share of a window of 1440 and of 1700 pixels.
    [437, 800],
    [437, 525],
    [541, 800],
    [640, 525],
    [1300, 800],
  ] as const)
    test(`${width} × ${height}: keys, Hang Up and what was said last are in sight`, async () => {
      const { page, show } = await open({ width, height });
      await show(view(...collecting, { type: 'runs', leg: 'a', file: 'a-flow-with-a-long-name.flow.json' }));
      const last = page.locator('.line').last();
      for (const locator of [
        page.locator('.key:visible').first(),
        page.locator('.key:visible').last(),
        page.locator('.action-hangup'),
      ]) {
        const box = await locator.boundingBox();
        assert.ok(box && box.y >= 0 && box.y + box.height <= height, JSON.stringify(box));
      }
      const [text, dial] = [await last.boundingBox(), await page.locator('.dial').boundingBox()];
      assert.ok(text && dial && text.y < height - 10, JSON.stringify(text));
      const isBeside = text.x >= dial.x + dial.width;
      assert.equal(isBeside, width >= 560 || height < 460 || (width >= 430 && height < 620));
    });

  // The phone's share of windows of 900, 1280, 1440, 1700 and 1920 pixels, and the least width of two columns.
  for (const [width, height] of [
    [310, 525],
    [404, 800],
    [437, 800],
    [437, 525],
    [541, 800],
    [560, 800],
    [629, 900],
  ] as const)
    test(`${width} × ${height}: the number and the state have one line each, and labels have room in their buttons`, async () => {
      const { page, show } = await open({ width, height });
      const nameless = { ...anasLeg, to: { name: '', address: '+15550101011' } };
      const runs = { type: 'runs', leg: 'a', file: 'branch-menu.flow.json' } as const;
      const over = legEvent(nameless, 'over', 66_000, { by: 'voipbin', reason: 'normal' });
      const rings = [legEvent(nameless, 'ringing'), runs];
      for (const events of [rings, [...rings, legEvent(nameless, 'talking', 1000), over]]) {
        await show(view(...events));
        const broken = await page.evaluate(() => {
          const textBox = (item: Element) => {
            const range = document.createRange();
            range.selectNodeContents(item);
            return range;
          };
          const lines = [...document.querySelectorAll('.leg-title, .state span, .leg-route, .leg-file, .action')]
            .filter((item) => textBox(item).getClientRects().length > 1)
            .map((item) => item.textContent);
          const tight = [...document.querySelectorAll('.leg .action')]
            .filter(
              (item) => item.clientWidth > 0 && item.clientWidth - textBox(item).getBoundingClientRect().width < 12,
            )
            .map((item) => item.textContent);
          return [...lines, ...tight];
        });
        assert.deepEqual(broken, []);
      }
    });

  const file = { type: 'runs', leg: 'a', file: 'message-and-call.flow.json' } as const;
  const severalTalk = [...collecting, file, key('2', 62_000), legEvent(workshopLeg, 'talking', 2000)];
  const severalOver = [
    ...severalTalk,
    legEvent(workshopLeg, 'over', 62_500, { by: 'voipbin', reason: 'normal' }),
    legEvent(anasLeg, 'over', 63_000, { by: 'person', reason: 'normal' }),
  ];
  // The least width of a group of editors in VS Code, with and without an open panel, in a window of 900 × 600 with the side bar.
  for (const [width, height] of [
    [220, 510],
    [220, 245],
    [310, 260],
  ] as const)
    for (const [name, events] of Object.entries({
      'a call that rings': [...ringing, file],
      'a call': [...collecting, file],
      'two calls': severalTalk,
      'two calls that have ended': severalOver,
    }))
      test(`${width} × ${height}, ${name}: everything to press is in sight, and nothing is drawn across something else`, async () => {
        const { page, show } = await open({ width, height });
        await show(view(...events));
        const boxes = await page
          .locator('.key:visible, .action:visible, .transcript:visible, .tabs:visible, .dialer:visible')
          .evaluateAll((items) =>
            items.map((item) => {
              const { x, y, width, height } = item.getBoundingClientRect();
              const isCut = item.matches('.action') && item.scrollWidth > item.clientWidth;
              return { x, y, width, height, isCut, name: item.textContent || item.className };
            }),
          );
        for (const box of boxes) {
          assert.ok(box.y >= 0 && box.y + box.height <= height + 0.5 && !box.isCut, JSON.stringify(box));
          const over = boxes.filter(
            (other) =>
              other.y > box.y &&
              other.y < box.y + box.height - 1 &&
              other.x < box.x + box.width - 1 &&
              other.x + other.width > box.x + 1,
          );
          assert.deepEqual(over, [], JSON.stringify(box));
        }
        if (name === 'a call that rings') return;
        const transcript = await page.locator('.transcript:visible').boundingBox();
        assert.ok(transcript && transcript.width >= 120 && transcript.height >= 30, JSON.stringify(transcript));
      });

  test('digits stand in the middle of their keys, and the heading has no frame', async () => {
    const { page, show } = await open();
    await show(view(...collecting));
    const off = await page.locator('.key').evaluateAll((keys) =>
      keys.map((other) => {
        const [key, digit] = [other, other.firstElementChild].map((part) => part?.getBoundingClientRect());
        return key && digit ? Math.abs(key.x + key.width / 2 - (digit.x + digit.width / 2)) : 99;
      }),
    );
    assert.ok(
      off.every((distance) => distance < 1),
      off.join(),
    );
    await page.keyboard.press('7');
    const title = page.locator('.leg-title');
    await title.focus();
    assert.equal(await title.evaluate((item) => getComputedStyle(item).outlineStyle), 'none');
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    test(`${theme}: every text stands out from what is behind it`, async () => {
      const { page, show } = await open({ theme });
      for (const [name, events] of Object.entries(scenes)) {
        await show(view(...events));
        assert.deepEqual(await contrastsBelow(page, 4.5), [], name);
      }
    });

    test(`${theme}: one sees what is chosen and where the focus is`, async () => {
      const { page, show, focused } = await open({ theme });
      await show(view(...both));
      const look = (selector: string) =>
        page.locator(selector).evaluate((item) => {
          const { backgroundColor, borderColor } = getComputedStyle(item);
          return `${backgroundColor} ${borderColor}`;
        });
      assert.notEqual(await look('.segment:has(:checked)'), await look('.segment:not(:has(:checked))'));
      assert.notEqual(await look('.tab[aria-selected=true]'), await look('.tab[aria-selected=false]'));
      const off = await look('.switch-input');
      await page.getByText('Speak aloud').click();
      assert.notEqual(await look('.switch-input'), off);
      await page.getByRole('button', { name: 'Hang Up' }).focus();
      await page.keyboard.press('Shift+Tab');
      const outline = await focused().evaluate((item) => getComputedStyle(item).outlineStyle);
      assert.equal(outline, 'solid');
    });
  }

  test('with colors that the system forces, one sees what is chosen', async () => {
    const { page, show } = await open({ forcedColors: true });
    await show(view(...both));
    const background = (selector: string) =>
      page.locator(selector).evaluate((item) => getComputedStyle(item).backgroundColor);
    assert.notEqual(await background('.segment:has(:checked)'), await background('.segment:not(:has(:checked))'));
    assert.notEqual(await background('.tab[aria-selected=true]'), await background('.tab[aria-selected=false]'));
  });

  test('nothing moves for those who asked for that', async () => {
    const moving = (phone: PhonePage) => phone.page.evaluate(() => document.getAnimations().length);
    const [still, other] = [await open({ reducedMotion: true }), await open()];
    for (const events of [ringing, saying, collecting]) {
      await still.show(view(...events));
      await other.show(view(...events));
      assert.equal(await moving(still), 0);
      assert.equal(await moving(other), 1);
    }
  });

  test('a bar goes on from where it is, and the next begins anew', async () => {
    const { page, show } = await open();
    const progress = () => page.evaluate(() => document.getAnimations()[0]?.effect?.getComputedTiming().progress ?? -1);
    const at = (now: number, events: readonly PhoneEvent[]) => show(phoneView(after(...events), () => now));
    await at(31_000, saying);
    assert.ok((await progress()) >= 0.5);
    await at(32_000, [...saying, { type: 'select', leg: 'a' }]);
    assert.ok((await progress()) < 0.6);
    await at(61_000, collecting);
    assert.ok((await progress()) > 0.9, 'the time for keys runs down');
  });
});

suite('the colors of the phone', () => {
  const folder = join(root, 'client/phone/page');
  const css = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

  test('each one that has nothing to fall back on is set by every theme', () => {
    const bare = [...css.matchAll(/var\(--vscode-([\w-]+)\)/g)].map(([, name = '']) => name);
    assert.ok(bare.length > 10);
    // Buttons of the dark high contrast theme have borders, and no color.
    const none = [
      'button-background',
      'button-hoverBackground',
      'button-secondaryBackground',
      'button-secondaryHoverBackground',
    ];
    for (const [theme, { variables }] of Object.entries(themes)) {
      const missing = bare.filter((name) => !(name in variables));
      assert.deepEqual(
        missing.filter((name) => !(theme.startsWith('highContrast') && none.includes(name))),
        [],
        theme,
      );
    }
  });

  test('none is of our own', () => {
    const own = css.match(/#[\da-f]{3,8}\b|\bhsl\(|\brgb\((?!128 128 128 )/gi) ?? [];
    assert.deepEqual(
      own.filter((text) => !text.startsWith('#hid')),
      [],
    );
  });
});
