import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions } from '../../../flow/catalog';
import { renderAction } from '../../../flow/text/actionDoc';
import { codeSpan } from '../../../flow/text/codeSpan';
import { withoutMarks } from '../../../server/text/withoutMarks';

suite('withoutMarks', () => {
  test('marks go, words and addresses stay', () =>
    assert.equal(
      withoutMarks(
        '**`talk`** · media\n\n---\n\n**A:** one  \n**B:** [two](https://a.b/c)\n- [action 3](file:///x#L3,1): `"x"`',
      ),
      'talk · media\n\nA: one\nB: two (https://a.b/c)\n- action 3: "x"',
    ));
  test('texts of the user stay as they are, whatever stands in them', () => {
    for (const text of ['**a**', '[a](https://b.c)', '`', 'a`b``c', '` `', '*', '---', '$&', '0'])
      assert.equal(withoutMarks(`**${codeSpan(text)}** and ${codeSpan(text)}`), `${text} and ${text}`);
  });
  test('of no action type a mark is left', () => {
    for (const definition of actionDefinitions)
      assert.doesNotMatch(withoutMarks(renderAction(definition)), /\*\*|\]\(|\0/, definition.type);
  });
});
