import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { hover } from '../../../server/features/hover';
import { openAtCursor } from '../../support/openFlow';

const set = (value: string) => `{"type": "variable_set", "option": {"key": "who", "value": "${value}"}}`;
const placed = (...actions: string[]) => `{"type": "call", "option": {"actions": [${actions.join(', ')}]}}`;
const talk = (text: string) => `{"type": "talk", "option": {"text": "${text}"}}`;
const receive = (length: number) => `{"type": "digits_receive", "option": {"length": ${length}}}`;

/** What is said at the cursor of a list. */
const saidAt = (...actions: string[]) => saidIn(`[${actions.join(', ')}]`);

function saidIn(text: string): string {
  const { document, offset } = openAtCursor(text);
  const contents = hover(document, offset)?.contents;
  assert.ok(typeof contents === 'object' && 'value' in contents);
  return contents.value;
}

suite('hover: variables in a new call', () => {
  const around = /The flow around the `call` replaces it with its own value\./;

  test('a bare name is one of the new call', () => {
    const branch = '{"type": "branch", "option": {"variable": "wh|o"}}';
    assert.match(saidAt(placed(set('Bob'), branch)), /to `Bob`.*It is set on every way to here\./s);
    const said = saidAt(set('Bob'), placed(branch));
    assert.match(
      said,
      /It is not set on any way to here\. It is an empty string: the new call has its own variables\./,
    );
    assert.doesNotMatch(said, /Set in this file by/);
  });

  test('a text has the value of the flow around', () => {
    const read = talk('${wh|o}');
    const said = saidAt(set('Bob'), placed(set('Ann'), read));
    assert.match(said, around);
    assert.match(said, /to `Bob`.*It is set on every way to the `call` around it\./s);
    assert.doesNotMatch(said, /Ann/);
    assert.match(saidAt(placed(set('Ann')), read), /It is not set on any way to here\./);
  });

  test('a place that reads the other variable of the name is not counted', () => {
    const branch = '{"type": "branch", "option": {"variable": "who"}}';
    const all = [set('Bob'), placed(set('Ann'), branch, branch, talk('${wh|o}')), talk('${who} ${who}')];
    assert.match(saidAt(...all), /Used in 3 places\./);
    assert.match(saidAt(set('Bob').replace('who', 'wh|o'), placed(branch), talk('${who}')), /Used in 1 place\./);
    assert.match(
      saidAt(set('Bob'), placed(set('Ann').replace('who', 'wh|o'), branch, branch), talk('${who}')),
      /Used in 2 places\./,
    );
  });

  test('the variables of the document are those of its own list', () => {
    const branch = '{"type": "branch", "option": {"variable": "who"}}';
    const flow = `{"source": {}, "variables": {"wh|o": "Ann"}, "actions": [${placed(branch, talk('${who}'))}]}`;
    assert.match(saidIn(flow), /Used in 1 place\./);
  });

  test('so it is with the digits', () => {
    const said = saidAt(receive(4), placed(receive(2), talk('${voipbin.call.digits|}')));
    assert.match(said, around);
    assert.match(said, /\*\*Here it can hold\*\* \n- up to 4 keys, of action 1\n- what an earlier flow left/);
    const read = '{"type": "branch", "option": {"variable": "voipbin.call.|digits"}}';
    assert.match(saidAt(receive(4), placed(receive(2), read)), /\*\*Here it can hold\*\* up to 2 keys, of action 1/);
  });
});
