import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { newFlow } from '../../../client/commands/newFlow';
import { wholeFlows } from '../../../flow/derive/wholeFlows';
import { deskWith } from '../../support/commandContext';
import { fakeUi } from '../../support/fakeUi';
import { listFindings } from '../../support/findings';

const titles = wholeFlows.flatMap(({ title }) => title ?? []);

suite('newFlow', () => {
  for (const title of titles) {
    test(`"${title}" opens as a flow without any finding`, async () => {
      const desk = deskWith(undefined, { ui: fakeUi([{ say: title }]) });
      await newFlow(desk);
      const [text = ''] = desk.opened;
      assert.ok(JSON.parse(text).actions.length > 0);
      assert.deepEqual(
        listFindings(text).map(({ code }) => code),
        [],
      );
    });
  }

  test('asks what the flow does, and opens nothing when that is not answered', async () => {
    const desk = deskWith(undefined, { ui: fakeUi(['cancelled']) });
    await newFlow(desk);
    assert.deepEqual(desk.ui.shown, [
      'New Flow: What does the flow do?: Empty Flow | Menu | Voicemail | Opening Hours | Callback',
    ]);
    assert.deepEqual(desk.opened, []);
  });
});
