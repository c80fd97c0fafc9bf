import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { masked, maskVariables } from '../../../flow/text/maskVariables';

suite('masked variables', () => {
  test('keep their places', () => {
    const text = 'a ${b} c ${d e}${f';
    const result = maskVariables(text);
    assert.equal(result.length, text.length);
    assert.equal(result.replaceAll(masked, '_'), 'a ____ c ______${f');
  });

  test('go over no line break', () => {
    assert.equal(maskVariables('${a\n} ${b}').replaceAll(masked, '_'), '${a\n} ____');
    assert.equal(maskVariables('${${\n}'), '${${\n}');
  });

  test('a text without any is as it was', () => {
    assert.equal(maskVariables('$a {b} $'), '$a {b} $');
  });
});
