import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkFindings, checkFix, findingsIn, fixTitles, listFindings } from '../../../support/findings';

const only = ['variable-name'];
const talk = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });
const found = (text: string) => findingsIn(JSON.stringify([talk(text)]), { only });
const said = (text: string) => listFindings(JSON.stringify([talk(text)]), { only })[0]?.message ?? '';

suite('variable-name', () => {
  test('stands on the variable and tells what its name is', () => {
    checkFindings(
      `
[{ "type": "talk", "option": { "language": "en-US",
      "text": "Order \${ order }." } }]
//                   ^^^^^^^^^^ variable-name: The spaces in "\${ order }" are part of the name: it is not the variable \`\${order}\`.`,
      { only },
    );
  });

  test('a variable that is not closed, nested, empty, or on two lines', () => {
    assert.match(said('Order ${order'), /never closed/);
    assert.match(said('${order.${kind}}'), /cannot be nested/);
    assert.match(said('${}'), /names no variable/);
    assert.match(said('${   }'), /names no variable/);
    assert.match(said('${or\nder}'), /contain a line break/);
  });

  test('a quotation mark before the brace: in data the brace is that of the data', () => {
    const data = (text: string) => JSON.stringify([{ type: 'webhook_send', option: { data: text } }]);
    const open = data('{"order":"${order.id"}');
    assert.deepEqual(findingsIn(open, { only }), ['variable-name on ${order.id']);
    assert.match(listFindings(open, { only })[0]?.message ?? '', /not closed before the quotation mark/);
    checkFix(open, 'variable-name', data('{"order":"${order.id}"}'), 'Close the variable');
    assert.deepEqual(findingsIn(open, { only: ['variable-never-set'] }), []);
    assert.deepEqual(fixTitles(data('{"keys":"${"}'), 'variable-name'), []);
    assert.deepEqual(findingsIn(data('{"a":"${x}","b":"${y}"}'), { only }), []);
  });

  test('double braces are how other tools write a variable', () => {
    assert.deepEqual(found('Hello {{name}}, {{ order.id }}.'), [
      'variable-name on {{name}}',
      'variable-name on {{ order.id }}',
    ]);
    assert.match(said('Hello {{name}}.'), /`{{name}}` is not a variable\. .* Write `\$\{name\}`\./);
    assert.deepEqual(found('{{}} {{a, b}} { {name} } {{"a":1}}'), []);
    checkFix(JSON.stringify([talk('Hello {{ name }}.')]), 'variable-name', JSON.stringify([talk('Hello ${name}.')]));
  });

  test('a hundred thousand of them are looked at once, escapes between them included', () => {
    assert.equal(found('{{a}}\n'.repeat(100_000)).length, 5000);
  });

  test('a whole text in double braces is left from a template, unless a variable has that name', () => {
    const both = ['variable-name', 'placeholder-value'];
    const set = { type: 'variable_set', option: { key: 'name', value: '1' } };
    assert.deepEqual(findingsIn(JSON.stringify([talk('{{name}}')]), { only: both }), [
      'placeholder-value on "{{name}}"',
    ]);
    assert.deepEqual(findingsIn(JSON.stringify([set, talk('{{name}}')]), { only: both }), [
      'variable-name on {{name}}',
    ]);
  });

  test('data that another server fills in may have double braces', () => {
    const text = JSON.stringify([{ type: 'webhook_send', option: { data: '{"text":"Hi {{name}}"}' } }]);
    assert.equal(listFindings(text, { only })[0]?.severity, 'information');
  });

  test('plain names are fine, and spaces within them', () => {
    for (const text of ['${order}', '${Provider name}', '$order', '{order}', '${a}${b}', 'no variable'])
      assert.deepEqual(found(text), []);
  });

  test('spaces that variable_set writes too are meant', () => {
    const set = { type: 'variable_set', option: { key: ' order', value: '1' } };
    assert.deepEqual(findingsIn(JSON.stringify([set, talk('${ order}')]), { only }), []);
    assert.deepEqual(findingsIn(JSON.stringify([set, talk('${ order }')]), { only }).length, 1);
  });

  test('takes the spaces out', () => {
    checkFix(
      JSON.stringify([talk('a ${ order } b')]),
      'variable-name',
      JSON.stringify([talk('a ${order} b')]),
      'Remove the spaces',
    );
  });

  test('closes a variable at the end of the text', () => {
    checkFix(JSON.stringify([talk('a ${order')]), 'variable-name', JSON.stringify([talk('a ${order}')]));
    assert.deepEqual(fixTitles(JSON.stringify([talk('a ${order and more')]), 'variable-name'), []);
  });

  test('the rest has no fix', () => {
    for (const text of ['${}', '${a${b}}', '${a\nb}'])
      assert.deepEqual(fixTitles(JSON.stringify([talk(text)]), 'variable-name'), []);
  });
});
