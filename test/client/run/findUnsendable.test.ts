import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findUnsendable } from '../../../client/run/findUnsendable';
import { readFlow } from '../../../flow/model/flowModel';

/** The text from the value on, and what is said about it. */
function found(text: string, doing: 'run' | 'registered'): readonly [string, string] | undefined {
  const refused = findUnsendable(readFlow(text), doing);
  return refused && [text.slice(refused.offset, refused.offset + 4), refused.problem];
}

const refused = 'so VoIPbin refuses the request.';

suite('findUnsendable', () => {
  test('a remark that is not a string is not registered as an empty one', () => {
    assert.deepEqual(found('{"detail": 7.5, "actions": []}', 'registered'), [
      '7.5,',
      `\`detail\` is not a string, ${refused} Put it in quotes or remove it.`,
    ]);
    for (const key of ['name', 'on_complete_flow_id'])
      assert.match(
        found(`{"${key}": [1], "actions": []}`, 'registered')?.[1] ?? '',
        new RegExp(`^\`${key}\` is not a string`),
      );
  });

  test('a number that becomes null in JavaScript is refused where it stands', () => {
    const text = '{"actions": [{"type": "talk", "option": {"a": 1, "b": [-1e999]}}]}';
    for (const doing of ['run', 'registered'] as const) {
      assert.equal(found(text, doing)?.[0], '-1e9');
      assert.match(found(text, doing)?.[1] ?? '', /number is too large/);
    }
    assert.match(found(`[{"option": {"a": 1${'0'.repeat(400)}}}]`, 'run')?.[1] ?? '', /too large/);
    assert.equal(found('[{"option": {"a": 1e300, "b": 9007199254740993, "c": 1e-999}}]', 'run'), undefined);
  });

  test('a call with a part that is left out in silence is not placed', () => {
    const cases = {
      '"flow_id": 7': 'flow_id',
      '"anonymous": true': 'anonymous',
      '"webhook_uri": {}': 'webhook_uri',
      '"source": "+15550100001"': 'source',
      '"source": {"type": "tel", "target": 15550100001}': 'source.target',
      '"destinations": {}': 'destinations',
      '"destinations": [{"type": "tel"}, 7]': 'destinations[1]',
      '"destinations": [{"type": 7}]': 'destinations[0].type',
      '"variables": []': 'variables',
      '"variables": {"a": "1", "b": 2}': 'variables.b',
    };
    for (const [member, name] of Object.entries(cases)) {
      const problem = found(`{${member}, "actions": []}`, 'run')?.[1];
      assert.ok(problem?.startsWith(`\`${name}\` is not a`), `${member}: ${problem}`);
      assert.equal(found(`{${member}, "actions": []}`, 'registered'), undefined, 'it is not part of a flow');
    }
  });

  test('null counts as not set, and the first of several is told', () => {
    const nothing = '"detail": null, "name": null, "source": null, "variables": {"a": null}, "destinations": [null]';
    for (const doing of ['run', 'registered'] as const)
      assert.equal(found(`{${nothing}, "actions": []}`, doing), undefined);
    assert.match(found('{"variables": 1, "source": 2, "actions": []}', 'run')?.[1] ?? '', /^`variables`/);
  });

  test('a list of actions alone has nothing to refuse', () =>
    assert.equal(found('[{"type": "answer"}]', 'run'), undefined));
});
