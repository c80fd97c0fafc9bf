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
//                   ^^^^^^^^^^ variable-name: The spaces in "\${ order }" are part of the name: it is another variable than \`\${order}\`.`,
      { only },
    );
  });

  test('a variable that is not closed, nested, empty, or on two lines', () => {
    assert.match(said('Order ${order'), /never closed/);
    assert.match(said('${order.${kind}}'), /cannot be nested/);
    assert.match(said('${}'), /names no variable/);
    assert.match(said('${   }'), /names no variable/);
    assert.match(said('${or\nder}'), /over a line break/);
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
      'Take the spaces out',
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
