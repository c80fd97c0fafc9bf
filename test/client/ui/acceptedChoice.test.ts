import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { PickChoice } from '../../../client/questions/ui';
import { acceptedChoice } from '../../../client/ui/acceptedChoice';

const typed = (text: string): readonly PickChoice<string>[] =>
  text.length < 3 ? [{ label: 'too short', pick: undefined }] : [{ label: `call ${text}`, pick: { value: text } }];
const shown = (text: string) => ({ choice: typed(text)[0] as PickChoice<string>, typedFor: text });

suite('acceptedChoice', () => {
  test('an entry of the list is taken whatever was typed', () => {
    const choice = { label: 'Front desk', pick: { value: '2001' } };
    assert.deepEqual(acceptedChoice({ choice }, 'front', typed), { value: '2001' });
  });

  test('what was typed is taken when the list has followed', () =>
    assert.deepEqual(acceptedChoice(shown('1234'), '1234', typed), { value: '1234' }));

  test('a list that has not followed yet does not count: the text does', () => {
    assert.deepEqual(acceptedChoice(shown('123'), '1234', typed), { value: '1234' });
    assert.deepEqual(acceptedChoice(undefined, '1234', typed), { value: '1234' });
  });

  test('what cannot be chosen is not', () => {
    assert.equal(acceptedChoice(shown('12'), '12', typed), undefined);
    assert.equal(acceptedChoice(shown('123'), '12', typed), undefined);
    assert.equal(acceptedChoice({ choice: { label: 'told', pick: undefined } }, '', undefined), undefined);
    assert.equal(acceptedChoice(undefined, 'x', undefined), undefined);
  });
});
