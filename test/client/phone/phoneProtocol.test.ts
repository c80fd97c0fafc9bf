import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readFromPage, readToPage } from '../../../client/phone/phoneProtocol';

suite('phoneProtocol', () => {
  test('the extension takes what the page of the phone says', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'act', leg: 'a', action: 'answer' },
      { type: 'press', leg: 'a', key: '#' },
      { type: 'select', leg: 'a' },
      { type: 'speed', speed: 'fast' },
      { type: 'runCall' },
      { type: 'callFlow' },
      { type: 'attachFlow' },
      { type: 'dial', number: '+15550101000', from: '+15550101011' },
      { type: 'text', number: '+15550101000', from: '+15550101011', text: 'Hello' },
    ]) {
      assert.deepEqual(readFromPage(message), message);
    }
  });

  test('and nothing else', () => {
    for (const message of [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'act', leg: 'a', action: 'explode' },
      { type: 'act', leg: 7, action: 'answer' },
      { type: 'press', leg: 'a', key: '12' },
      { type: 'press', leg: 'a', key: 'D' },
      { type: 'press', key: '1' },
      { type: 'speed', speed: 4 },
    ]) {
      assert.equal(readFromPage(message), undefined, JSON.stringify(message));
    }
  });

  test('the page draws nothing but a whole phone', () => {
    const phone = { dial: { isShown: true, numbers: [] }, legs: [], speed: 'real' };
    assert.deepEqual(readToPage({ type: 'show', phone, announce: [] }), { type: 'show', phone, announce: [] });
    for (const message of [
      'drawn',
      { type: 'show' },
      { type: 'show', phone, announce: [1] },
      { type: 'show', phone: { legs: [{ id: 'a' }], speed: 'real' }, announce: [] },
      { type: 'show', phone: { legs: [], speed: 'slow' }, announce: [] },
    ]) {
      assert.equal(readToPage(message), undefined, JSON.stringify(message));
    }
  });
});
