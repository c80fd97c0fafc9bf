import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readFlow } from '../../../flow/model/flowModel';
import { hasVariable, variableUseAt, variableUses } from '../../../flow/model/variableUses';

/** The uses in a talk text given as JSON, each as "name on «place»". */
function usesIn(json: string): string[] {
  const text = `[{ "type": "talk", "option": { "text": ${json}, "language": "en-US" } }]`;
  return variableUses(readFlow(text)).map(
    ({ name, offset, end, nameOffset, nameEnd, closed }) =>
      `${name} on ${text.slice(offset, end)}, name ${text.slice(nameOffset, nameEnd)}${closed ? '' : ', open'}`,
  );
}

suite('variableUses', () => {
  test('finds names with their places', () => {
    assert.deepEqual(usesIn('"Hello ${caller.name}, ${x}"'), [
      'caller.name on ${caller.name}, name caller.name',
      'x on ${x}, name x',
    ]);
  });

  test('takes a name as it stands, blanks and all', () => {
    assert.deepEqual(usesIn('"${ x }${}"'), [' x  on ${ x }, name  x ', ' on ${}, name ']);
  });

  test('ends at the first brace', () => {
    assert.deepEqual(usesIn('"${${x}}"'), ['${x on ${${x}, name ${x']);
  });

  test('tells when it is not closed in its text', () => {
    assert.deepEqual(usesIn('"Hello ${caller"'), ['caller on ${caller, name caller, open']);
    assert.deepEqual(usesIn('"${"'), [' on ${, name , open']);
  });

  test('a quotation mark ends a name that is not closed before it', () => {
    assert.deepEqual(usesIn('"{\\"a\\":\\"${x\\"} ${y}"'), ['x on ${x, name x, open', 'y on ${y}, name y']);
    assert.deepEqual(usesIn('"${x\\\\\\"}"').length, 1);
  });

  test('decodes names, and knows places after escapes', () => {
    assert.deepEqual(usesIn('"\\n\\u00e9 ${a\\u0062c} ${d}"'), [
      'abc on ${a\\u0062c}, name a\\u0062c',
      'd on ${d}, name d',
    ]);
  });

  test('knows signs that are escapes, as VoIPbin reads them', () => {
    assert.deepEqual(usesIn('"Hi \\u0024{cust}, $\\u007bx\\u007D and ${y}"'), [
      'cust on \\u0024{cust}, name cust',
      'x on $\\u007bx\\u007D, name x',
      'y on ${y}, name y',
    ]);
    // These are a backslash and letters.
    assert.deepEqual(usesIn('"\\\\u0024{cust} ${y}"'), ['y on ${y}, name y']);
  });

  test('are the same with and without an escape elsewhere', () => {
    const texts = [
      '"Hello ${a}, ${ b }${}"',
      '"${${x}}"',
      '"Hello ${a"',
      '"${"',
      '"{\\"a\\":\\"${x\\"} ${y}"',
      '"${\\u0061b}"',
      '"$"',
      '"${x\\\\\\"}"',
    ];
    for (const text of texts) {
      const plain = usesIn(text);
      assert.deepEqual(usesIn(`${text}, "other": "\\u007d"`), plain, text);
    }
  });

  test('takes a dollar alone for text', () => {
    assert.deepEqual(usesIn('"5 $ { x } $x"'), []);
  });

  test('belongs to its action; variables of the document to none', () => {
    const text = JSON.stringify({
      variables: { greeting: '${a}' },
      actions: [{ type: 'call', option: { actions: [{ type: 'talk', option: { text: '${b}' } }] } }],
    });
    assert.deepEqual(
      variableUses(readFlow(text)).map(({ name, action }) => [name, action?.type]),
      [
        ['a', undefined],
        ['b', 'talk'],
      ],
    );
  });

  test('ids, types and keys are not replaced', () => {
    const text = '[{ "id": "${a}", "type": "branch", "option": { "target_ids": { "${b}": "${c}" } } }]';
    assert.deepEqual(
      variableUses(readFlow(text)).map(({ name }) => name),
      ['c'],
    );
  });

  test('are found once for a model', () => {
    const model = readFlow('[{ "type": "talk", "option": { "text": "${a}" } }]');
    assert.equal(variableUses(model), variableUses(model));
  });

  test('stay within texts that are broken', () => {
    const text = '[{ "type": "talk", "option": { "text": "${a} ${b';
    for (let length = 0; length <= text.length; length++) {
      const prefix = text.slice(0, length);
      for (const { offset, nameOffset, nameEnd, end } of variableUses(readFlow(prefix))) {
        assert.ok(offset < nameOffset && nameOffset <= nameEnd && nameEnd <= end && end <= length, prefix);
      }
    }
  });
});

suite('hasVariable', () => {
  test('wants both braces', () => {
    assert.equal(hasVariable('a ${x} b'), true);
    assert.equal(hasVariable('${}'), true);
    assert.equal(hasVariable('${x'), false);
    assert.equal(hasVariable('$x {y}'), false);
  });
});

suite('variableUseAt', () => {
  const text = `[{ "type": "talk", "option": { "text": "a\${x}\${yy} b", "language": "\${z}" } }]`;
  const model = readFlow(text);
  const nameAt = (offset: number) => variableUseAt(model, offset)?.name;
  const start = text.indexOf('${x}');

  test('finds the variable that an offset touches, the first of two that meet', () => {
    assert.deepEqual(
      [-1, 0, 2, 4, 5, 9, 10].map((step) => nameAt(start + step)),
      [undefined, 'x', 'x', 'x', 'yy', 'yy', undefined],
    );
    assert.equal(nameAt(text.indexOf('${z}')), 'z');
    assert.equal(nameAt(text.length), undefined);
  });

  test('finds none where there are none', () => assert.equal(variableUseAt(readFlow('[]'), 1), undefined));
});
