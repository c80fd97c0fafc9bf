import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import type { Browser } from 'playwright-core';
import type { PhoneEvent } from '../../../client/phone/phoneModel';
import type { FromPage } from '../../../client/phone/phoneProtocol';
import { phoneView } from '../../../client/phone/phoneView';
import { root } from '../../support/repository';
import { contrastsBelow } from './contrast';
import { launchBrowser, openPhonePage, type PageOptions, type PhonePage } from './phonePage';
import { after, anasLeg, key, legEvent, said, waits, workshopLeg } from './phones';
import { themes } from './themes';

const menu = 'Welcome. For opening hours press 1. To rent a bike press 2.';
const ringing = [legEvent(anasLeg, 'ringing', 0)];
const talking = [...ringing, legEvent(anasLeg, 'talking', 1000)];
const saying = [...talking, said(menu, 1000, { duration: 60_000 }), waits('talk', 1000, 61_000)];
const collecting = [...saying, waits('digits', 61_000, 121_000)];
const over = [...collecting, key('2', 62_000), legEvent(anasLeg, 'over', 63_000, { by: 'person', reason: 'normal' })];
const both = [...talking, legEvent(workshopLeg, 'ringing', 2000), waits('bridge', 2000)];
const states = { none: [], ringing, saying, collecting, over, both };

const view = (...events: PhoneEvent[]) => phoneView(after(...events), 3000);
const acted = (sent: readonly FromPage[]) => sent.filter(({ type }) => type !== 'ready');

suite('the page of the phone', function () {
  this.timeout(60_000);
  let browser: Browser;
  let opened: PhonePage[] = [];
  const open = async (options?: PageOptions) => {
    const one = await openPhonePage(browser, options);
    opened.push(one);
    return one;
  };

  suiteSetup(async () => {
    browser = await launchBrowser();
  });
  suiteTeardown(() => browser.close());
  teardown(async () => {
    const faults = opened.flatMap((one) => one.faults);
    await Promise.all(opened.map((one) => one.close()));
    opened = [];
    // Violations of the content policy, errors, and requests to anywhere: on any page of any test.
    assert.deepEqual(faults, []);
  });

  test('asks to be drawn, and offers to run a call while there is none', async () => {
    const { page, show, sent } = await open();
    await show(view());
    await page.getByRole('heading', { name: 'No call yet' }).waitFor();
    await page.getByRole('button', { name: 'Run Call' }).click();
    assert.deepEqual(sent, [{ type: 'ready' }, { type: 'runCall' }]);
  });

  test('has a name and a role for everything', async () => {
    const { page, show } = await open();
    await show(view(...collecting));
    for (const [role, name] of [
      ['radio', 'Real time'],
      ['radio', 'Fast'],
      ['switch', 'Speak aloud'],
      ['region', 'Ana, phone'],
      ['heading', 'Ana'],
      ['log', 'What is said'],
      ['group', 'Keypad'],
      ['button', 'Hang Up'],
    ] as const) {
      assert.equal(await page.getByRole(role, { name, exact: true }).count(), 1, `${role} ${name}`);
    }
    const keys = page.getByRole('group', { name: 'Keypad' }).getByRole('button');
    const names = await keys.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    assert.deepEqual(names, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '* star', '0', '# hash']);
    const nameless = await page
      .locator('button:visible, input')
      .evaluateAll((all) => all.filter((one) => !one.ariaLabel && !one.closest('label') && !one.textContent).length);
    assert.equal(nameless, 0);
  });

  test('a call from ringing to its end with the keyboard alone', async () => {
    const { page, show, sent, focused } = await open();
    await show(view(...ringing));
    assert.equal(await focused().textContent(), 'Answer');
    await page.keyboard.press('Enter');
    await show(view(...collecting));
    assert.equal(await focused().textContent(), 'Ana');
    await page.keyboard.press('7');
    await page.keyboard.press('Shift+Digit3');
    await page.keyboard.press('NumpadMultiply');
    await page.keyboard.press('Tab');
    assert.equal(await focused().getAttribute('data-key'), '5');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await focused().textContent(), 'Hang Up');
    await page.keyboard.press('Space');
    await show(view(...over));
    await page.getByText('You hung up').waitFor();
    assert.deepEqual(acted(sent), [
      { type: 'act', leg: 'a', action: 'answer' },
      { type: 'press', leg: 'a', key: '7' },
      { type: 'press', leg: 'a', key: '#' },
      { type: 'press', leg: 'a', key: '*' },
      { type: 'press', leg: 'a', key: '3' },
      { type: 'act', leg: 'a', action: 'hangup' },
    ]);
  });

  test('the tab key comes by everything that can be done', async () => {
    const { page, show, focused } = await open();
    await show(view(...ringing));
    const stops: string[] = [];
    await page.getByRole('radio', { name: 'Real time' }).focus();
    for (let step = 0; step < 8; step++) {
      const text = await focused().evaluate(
        (one) => one.ariaLabel ?? one.closest('label')?.textContent ?? one.textContent,
      );
      stops.push(text || 'nothing');
      await page.keyboard.press('Tab');
    }
    assert.deepEqual(stops, [
      'Real time',
      'Speak aloud',
      'Answer',
      'Decline',
      'Busy',
      'No Answer',
      'Machine Answers',
      'What is said',
    ]);
  });

  test('each button tells what was pressed', async () => {
    const { page, show, sent } = await open();
    await show(view(...ringing));
    for (const name of ['Decline', 'Busy', 'No Answer', 'Machine Answers']) {
      await page.getByRole('button', { name, exact: true }).click();
    }
    await show(view(...talking, waits('conference', 2000)));
    await page.getByRole('button', { name: '0' }).click();
    await page.getByRole('button', { name: 'Let the Flow Go On' }).click();
    await page.getByText('Fast').click();
    assert.deepEqual(acted(sent), [
      ...['decline', 'busy', 'noAnswer', 'machine'].map((action) => ({ type: 'act', leg: 'a', action })),
      { type: 'press', leg: 'a', key: '0' },
      { type: 'act', leg: 'a', action: 'endWait' },
      { type: 'speed', speed: 'fast' },
    ]);
  });

  test('keys that nobody waits on the line for go nowhere', async () => {
    const { page, show, sent } = await open();
    for (const events of [[], ringing, over]) {
      await show(view(...events));
      await page.keyboard.press('5');
    }
    await show(view(...collecting));
    await page.keyboard.press('Control+5');
    await page.keyboard.press('Alt+5');
    await page.keyboard.press('a');
    assert.deepEqual(acted(sent), []);
    assert.equal(await page.getByRole('group', { name: 'Keypad' }).isVisible(), true);
  });

  test('a key that is held down is pressed once', async () => {
    const { page, show, sent } = await open();
    await show(view(...collecting));
    await page.keyboard.down('5');
    await page.keyboard.down('5');
    await page.keyboard.up('5');
    assert.equal(acted(sent).length, 1);
  });

  test('what is added to the transcript is read out, and nothing again', async () => {
    const { page, show } = await open();
    await show(view(...talking));
    const log = page.getByRole('log');
    await log.evaluate((node) => {
      const added: string[] = [];
      Reflect.set(globalThis, 'added', added);
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const one of addedNodes) added.push(one.textContent ?? '');
      }).observe(node, { childList: true, subtree: true, characterData: true });
    });
    await show(view(...saying));
    await show(view(...collecting));
    await show(view(...collecting, key('2', 62_000)));
    const added = await page.evaluate(() => Reflect.get(globalThis, 'added') as string[]);
    assert.equal(added.length, 2);
    assert.match(added.join(), /Flow says: Welcome.*You press: 2/);
  });

  test('what changes is announced', async () => {
    const { page, show } = await open();
    await show(view(...ringing), ['Ana is ringing.', 'Somebody calls.']);
    const status = page.locator('[role=status].unseen');
    assert.equal(await status.textContent(), 'Ana is ringing. Somebody calls.');
    await show(view(...talking));
    assert.equal(await status.textContent(), 'Ana is ringing. Somebody calls.');
  });

  test('several phones are tabs, which arrow keys go through', async () => {
    const { page, show, sent, focused } = await open();
    await show(view(...both));
    const tabs = page.getByRole('tab');
    assert.deepEqual(await tabs.evaluateAll((all) => all.map((one) => one.textContent)), [
      'Ana +15550101011In call',
      'Workshop +15550101001Ringing',
    ]);
    assert.equal(await page.getByRole('tab', { selected: true }).textContent(), 'Ana +15550101011In call');
    await tabs.first().focus();
    await page.keyboard.press('ArrowDown');
    assert.match((await focused().textContent()) ?? '', /^Workshop/);
    assert.deepEqual(acted(sent), [{ type: 'select', leg: 'w' }]);
    await show(view(...both, { type: 'select', leg: 'w' }));
    assert.match((await focused().textContent()) ?? '', /^Workshop/);
    const panel = page.getByRole('tabpanel', { name: 'Workshop' });
    await panel.getByRole('button', { name: 'Answer', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    assert.deepEqual(
      acted(sent)
        .slice(1)
        .map((one) => 'leg' in one && one.leg),
      ['a', 'w', 'a'],
    );
  });

  test('the focus is taken from nobody who has it', async () => {
    const { page, show, focused } = await open();
    await show(view());
    await page.getByRole('switch').focus();
    await show(view(...ringing));
    await show(view(...talking));
    assert.equal(await focused().getAttribute('role'), 'switch');
  });

  test('whoever waits on one phone goes on at the next that rings', async () => {
    const { page, show, focused } = await open();
    await show(view(...talking));
    await page.getByRole('button', { name: 'Hang Up' }).focus();
    await show(view(...both, { type: 'select', leg: 'w' }));
    assert.equal(await focused().textContent(), 'Answer');
    assert.equal(await page.locator('.leg:visible').count(), 1);
  });

  test('texts are texts, whatever is in them', async () => {
    const { page, show } = await open();
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>${title} &amp;';
    await show(
      view(legEvent({ ...anasLeg, to: { name: evil, address: evil } }, 'talking'), said(`Say: ${evil}`, 0), {
        type: 'played',
        leg: 'a',
        urls: ['javascript:alert(1)'],
        at: 10,
      }),
    );
    assert.equal(await page.getByRole('heading', { level: 2 }).last().textContent(), evil);
    assert.equal(await page.getByText(`Say: ${evil}`).count(), 1);
    assert.equal(await page.locator('img, script:not([nonce])').count(), 0);
    assert.equal(await page.title(), 'Phone');
  });

  test('messages of others, and broken ones, change nothing', async () => {
    const { page, show, post } = await open();
    await show(view(...ringing));
    for (const message of [null, 7, 'show', { type: 'show' }, { type: 'show', phone: { legs: [{}] }, announce: [] }]) {
      await post(message);
    }
    assert.equal(await page.getByRole('heading', { name: 'Ana' }).count(), 1);
  });

  test('sound stays as it was chosen when the page comes back', async () => {
    const first = await open();
    await first.show(view());
    assert.equal(await first.page.getByRole('switch').isChecked(), false);
    await first.page.getByText('Speak aloud').click();
    assert.deepEqual(await first.kept(), { sound: true });
    const again = await open({ kept: await first.kept() });
    await again.show(view(...talking, { type: 'speed', speed: 'fast' }));
    assert.equal(await again.page.getByRole('switch').isChecked(), true);
    await again.page.getByText('Nothing is spoken while time runs fast.').waitFor();
    for (const kept of [{ sound: 'yes' }, 'sound', null, { else: 1 }]) {
      assert.equal(await (await open({ kept })).page.getByRole('switch').isChecked(), false);
    }
  });

  test('a page that comes back shows what went on meanwhile', async () => {
    const { page, show } = await open();
    await show(view(...over));
    assert.equal(await page.getByText(menu).count(), 1);
    await page.getByText('You hung up').waitFor();
    await page.getByRole('button', { name: 'Run Call' }).waitFor();
  });

  test('a transcript follows what is added, unless somebody has gone back in it', async () => {
    const { page, show } = await open({ height: 560 });
    const texts = Array.from({ length: 40 }, (_, position) =>
      said(`Text ${position}`, 1000 + position, { duration: 1 }),
    );
    await show(view(...talking, ...texts));
    await page.getByText('Text 39').waitFor();
    const transcript = page.locator('.transcript');
    const fromEnd = () => transcript.evaluate((one) => Math.round(one.scrollHeight - one.scrollTop - one.clientHeight));
    assert.ok((await fromEnd()) <= 1);
    await transcript.evaluate((one) => one.scrollTo(0, 0));
    await show(view(...talking, ...texts, said('One more', 2000)));
    assert.equal(await transcript.evaluate((one) => one.scrollTop), 0);
  });

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
          (one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.unseen'),
        );
        return [document.documentElement.scrollWidth, beyond.map((one) => one.className)];
      });
      assert.ok(wide <= width, `${wide} in ${width}`);
      assert.deepEqual(out, [], `at ${width}`);
    }
  });

  test('in a low panel everything can still be reached', async () => {
    const { page, show } = await open({ height: 260 });
    await show(view(...collecting));
    const hangUp = page.getByRole('button', { name: 'Hang Up' });
    await hangUp.scrollIntoViewIfNeeded();
    await page.getByText(menu).scrollIntoViewIfNeeded();
    await hangUp.click({ trial: true });
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    test(`${theme}: every text stands out from what is behind it`, async () => {
      const { page, show } = await open({ theme });
      for (const [name, events] of Object.entries(states)) {
        await show(view(...events));
        assert.deepEqual(await contrastsBelow(page, 4.5), [], name);
      }
    });

    test(`${theme}: one sees what is chosen and where the focus is`, async () => {
      const { page, show, focused } = await open({ theme });
      await show(view(...both));
      const look = (selector: string) =>
        page.locator(selector).evaluate((one) => {
          const { backgroundColor, borderColor } = getComputedStyle(one);
          return `${backgroundColor} ${borderColor}`;
        });
      assert.notEqual(await look('.segment:has(:checked)'), await look('.segment:not(:has(:checked))'));
      assert.notEqual(await look('.tab[aria-selected=true]'), await look('.tab[aria-selected=false]'));
      const off = await look('.switch-input');
      await page.getByText('Speak aloud').click();
      assert.notEqual(await look('.switch-input'), off);
      await page.getByRole('button', { name: 'Hang Up' }).focus();
      await page.keyboard.press('Shift+Tab');
      const outline = await focused().evaluate((one) => getComputedStyle(one).outlineStyle);
      assert.equal(outline, 'solid');
    });
  }

  test('with colors that the system forces, one sees what is chosen', async () => {
    const { page, show } = await open({ forcedColors: true });
    await show(view(...both));
    const background = (selector: string) =>
      page.locator(selector).evaluate((one) => getComputedStyle(one).backgroundColor);
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
    const at = (now: number, events: readonly PhoneEvent[]) => show(phoneView(after(...events), now));
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
      own.filter((one) => !one.startsWith('#hid')),
      [],
    );
  });
});
