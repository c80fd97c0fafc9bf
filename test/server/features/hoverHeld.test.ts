import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { hover } from '../../../server/features/hover';
import { A } from '../../support/ids';
import { openAtCursor } from '../../support/openFlow';

/** What is said at the cursor of the actions of a call. */
function saidAt(...actions: string[]): string {
  const text = `{"source": {}, "destinations": [], "actions": [${actions.join(', ')}]}`;
  const { document, offset } = openAtCursor(text);
  const contents = hover(document, offset)?.contents;
  assert.ok(typeof contents === 'object' && 'value' in contents);
  return contents.value;
}

suite('hover: what a variable still holds', () => {
  test('a branch has emptied it', () => {
    const set = '{"type": "variable_set", "option": {"key": "x", "value": "1"}}';
    const branch = `{"type": "branch", "option": {"variable": "x", "default_target_id": "${A}"}}`;
    const read = `{"id": "${A}", "type": "talk", "option": {"text": "\${x|}"}}`;
    assert.match(saidAt(set, read), /It is set on every way to here\./);
    const said = saidAt(set, branch, read);
    assert.match(said, /A `branch` has emptied it on every way to here: it is an empty string\./);
    assert.doesNotMatch(said, /It is set on/);
  });

  test('the keys of a first question, which are enough for the second', () => {
    const receive = (option: string) => `{"type": "digits_receive", "option": {${option}}}`;
    const read = '{"type": "talk", "option": {"text": "${voipbin.call.digits|}"}}';
    assert.match(
      saidAt(receive('"length": 4'), receive('"length": 1'), read),
      /\n- up to 1 key, of action 2\n- up to 4 keys from before that/,
    );
    assert.match(saidAt(receive(''), receive('"length": 2'), read), /\n- any number of keys from before that/);
    assert.match(
      saidAt(receive('"length": 1'), receive('"length": 4'), read),
      /\*\*Here it can hold\*\* up to 4 keys, of action 2/,
    );
  });
});
