import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { PhoneEvent } from '../../../client/phone/phoneModel';
import type { FromPage } from '../../../client/phone/phoneProtocol';
import { phoneView } from '../../../client/phone/phoneView';
import { phonePages } from './phonePage';
import { after, anasLeg, key, legEvent, menu, said, scenes, waits } from './phones';

const { ringing, talking, saying, collecting, over, both } = scenes;
const view = (...events: PhoneEvent[]) => phoneView(after(...events), () => 3000);
const acted = (sent: readonly FromPage[]) => sent.filter(({ type }) => type !== 'ready');

suite('the page of the phone', function () {
  this.timeout(60_000);
  const open = phonePages();

  test('asks to be drawn, and offers to run a call while there is none', async () => {
    const { page, show, sent } = await open();
    await show(view());
    await page.getByRole('heading', { name: 'No call yet' }).waitFor();
    await page.getByRole('button', { name: 'Run Call' }).click();
    await page.getByRole('button', { name: 'Call This Flow' }).click();
    assert.deepEqual(sent, [{ type: 'ready' }, { type: 'runCall' }, { type: 'callFlow' }]);
  });

  test('offers both again when the call is over', async () => {
    const { page, show, sent } = await open();
    await show(view(...talking));
    assert.equal(await page.getByRole('button', { name: 'Call This Flow' }).count(), 0);
    await show(view(...over));
    for (const name of ['Call This Flow', 'Run Call']) await page.getByRole('button', { name }).click();
    assert.deepEqual(acted(sent), [{ type: 'callFlow' }, { type: 'runCall' }]);
  });

  test('says nothing of calls before it was told whether there are any', async () => {
    const { page } = await open();
    assert.ok(await page.getByText('No call yet').isHidden());
  });

  const numbers = [
    { number: '+15550101000', name: 'Harbour Bikes', callFlow: 'Greeting', messageFlow: undefined },
    { number: '+15550101050', name: 'Rentals', callFlow: undefined, messageFlow: undefined },
  ];

  test('the dial pad calls a number that was chosen or typed, and sends it a message', async () => {
    const { page, show, sent } = await open();
    await show(view({ type: 'numbers', numbers }));
    await page.getByText('Call or Message a Number').click();
    await page.getByRole('button', { name: 'Harbour Bikes +15550101000 "Greeting" answers calls' }).click();
    await page.keyboard.press('Enter');
    const number = page.getByRole('textbox', { name: 'Number', exact: true });
    await number.fill('');
    for (const key of ['1', '5', '5']) await page.getByRole('button', { name: key, exact: true }).click();
    await page.getByRole('textbox', { name: 'Your number' }).fill('+15550101012');
    await page.getByRole('textbox', { name: 'Message' }).fill('Is it ready?');
    await page.getByRole('button', { name: 'Send Message' }).click();
    assert.deepEqual(acted(sent), [
      { type: 'dial', number: '+15550101000', from: '+15550101011' },
      { type: 'text', number: '+155', from: '+15550101012', text: 'Is it ready?' },
    ]);
  });

  test('the dial pad says below the button why nothing was called or sent, and the button stays in reach', async () => {
    const { page, show, sent } = await open({ width: 310, height: 525 });
    const refusal = {
      text: 'No flow answers calls to Rentals (+15550101050). Attach one to the number.',
      lacksFlow: true,
    };
    const pad = { type: 'numbers', numbers } as const;
    await show(view(pad));
    await page.getByText('Call or Message a Number').click();
    for (const [of, name] of [
      ['call', 'Call'],
      ['message', 'Send Message'],
    ] as const) {
      const pressed = page.getByRole('button', { name, exact: true });
      await pressed.scrollIntoViewIfNeeded();
      await show(view(pad, { type: 'dialled', refusal: { ...refusal, of } }));
      const said = page.getByText(refusal.text);
      const [button, text] = [await pressed.boundingBox(), await said.boundingBox()];
      assert.ok(button && text && text.y >= button.y + button.height && text.y + text.height <= 525, `${of}: in sight`);
      assert.ok(button.y >= 0 && button.y + button.height <= 525, `${of}: in reach`);
      await page.getByRole('button', { name: 'Attach Flow to Number' }).click();
    }
    assert.deepEqual(acted(sent), [{ type: 'attachFlow' }, { type: 'attachFlow' }]);
    await show(view(pad, { type: 'dialled', refusal: { ...refusal, of: 'call', lacksFlow: false } }));
    assert.ok(await page.getByRole('button', { name: 'Attach Flow to Number' }).isHidden());
    await show(view(pad));
    assert.ok(await page.getByText(refusal.text).isHidden());
  });

  test('there is no dial pad while a call goes on', async () => {
    const { page, show } = await open();
    const dialer = page.getByText('Call or Message a Number');
    await show(view({ type: 'numbers', numbers }, ...talking));
    assert.equal(await dialer.isVisible(), false);
    await show(view({ type: 'numbers', numbers }, ...over));
    assert.equal(await dialer.isVisible(), true);
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
    const names = await keys.evaluateAll((all) => all.map((item) => item.getAttribute('aria-label')));
    assert.deepEqual(names, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '* star', '0', '# hash']);
    const nameless = await page
      .locator('button:visible, input')
      .evaluateAll(
        (all) => all.filter((item) => !item.ariaLabel && !item.closest('label') && !item.textContent).length,
      );
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
        (item) => item.ariaLabel ?? item.closest('label')?.textContent ?? item.textContent,
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
    await page.getByRole('button', { name: 'Let the Flow Continue' }).click();
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
        for (const { addedNodes } of changes)
          for (const addedNode of addedNodes) added.push(addedNode.textContent ?? '');
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
    assert.deepEqual(await tabs.evaluateAll((all) => all.map((item) => item.textContent)), [
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
        .map((item) => 'leg' in item && item.leg),
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
    await again.page.getByText('In fast time nothing is spoken.').waitFor();
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
    const fromEnd = () =>
      transcript.evaluate((item) => Math.round(item.scrollHeight - item.scrollTop - item.clientHeight));
    assert.ok((await fromEnd()) <= 1);
    await transcript.evaluate(
      (item) =>
        new Promise<void>((done) => {
          // The page hears of it first, with the next frame.
          item.addEventListener('scroll', () => done(), { once: true });
          item.scrollTo(0, 0);
        }),
    );
    await show(view(...talking, ...texts, said('One more', 2000)));
    assert.equal(await transcript.evaluate((item) => item.scrollTop), 0);
  });
});
