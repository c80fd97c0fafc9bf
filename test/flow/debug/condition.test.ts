import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readCommands } from '../../../flow/debug/commands';
import { logText, readCondition, readHitCount } from '../../../flow/debug/condition';
import { evaluate, variableName } from '../../../flow/debug/evaluate';

const variables: Readonly<Record<string, string>> = { 'voipbin.call.digits': '12', name: 'Ana', empty: '' };
const lookup = (name: string) => variables[name];
const holds = (text: string) => {
  const read = readCondition(text);
  return typeof read === 'string' ? read : read(lookup);
};

suite('conditions of breakpoints', () => {
  for (const [text, expected] of [
    ['${voipbin.call.digits} == 12', true],
    ['voipbin.call.digits >= 9', true],
    ['voipbin.call.digits >= "9"', false],
    ['"9" <= voipbin.call.digits', false],
    ['"012" == ${voipbin.call.digits}', false],
    ["'012' == voipbin.call.digits", false],
    ['012 == voipbin.call.digits', true],
    ['"12" == ${voipbin.call.digits}', true],
    ['${name} != Ana', false],
    ["${name} == 'Ana'", true],
    ['${name}', true],
    ['${empty}', false],
    ['name', true],
    ['missing', false],
    ['customer.vip', false],
    ['true', true],
    ['1', true],
    ['"a && b" == "a && b"', true],
    ['${missing} == ""', true],
    ['"a<b"', true],
    ['name == "a and b == c"', false],
    ['"a<b" != name', true],
    ["it's == it's", true],
    ['name == salt and pepper', false],
  ] as const)
    test(text, () => assert.equal(holds(text), expected));

  test('what cannot be read is told', () => {
    for (const joined of [
      '${name} == 1 && ${empty} == 2',
      '${name} == "1" || ${empty} == "2"',
      '1 && a == 2',
      '${name} && ${empty}',
      '${name} == 1 and ${empty} == 2',
      'name > 1 OR name < 2',
    ])
      assert.match(String(holds(joined)), /^A condition is one comparison\./, joined);
    assert.equal(holds('a = 2'), 'There is no operator `=`. Use == != >= <= > <.');
    assert.match(String(holds('== 2')), /^`==` needs a value on both sides/);
    for (const open of ['${', '${name', '${name == 2', 'Ana == ${name'])
      assert.match(String(holds(open)), /^The variable in `.+` has no closing `}`\.$/, open);
    for (const open of ['"', '"Ana', "'Ana == 2", 'name == "Ana'])
      assert.match(String(holds(open)), /^The text .+ has no closing ["']\.$/, open);
  });
});

suite('long texts of breakpoints and the console', () => {
  // With time that grows with every part, none of these would come to its end.
  const many = 100_000;
  test('are read in one go', () => {
    assert.equal(holds('"a" '.repeat(many)), true);
    assert.match(String(holds(`'a' "b" `.repeat(many))), /^The text .{10,70} has no closing '\.$/);
    assert.match(String(holds('${'.repeat(many))), /has no closing `}`/);
    assert.match(String(holds(`${'${'.repeat(many)}} == \${`)), /has no closing `}`/);
    assert.match(String(readHitCount(`${' '.repeat(many)}x`)), /is not a hit count/);
    assert.match(String(readCommands(`press ${' '.repeat(many)}x`)), /Keys are 0 to 9/);
    assert.match(String(readCommands(`press ${'1 '.repeat(many)}x`)), /Keys are 0 to 9/);
  });
});

suite('hit counts', () => {
  const hits = (text: string) => {
    const read = readHitCount(text);
    return typeof read === 'string' ? read : [1, 2, 3, 4, 5, 6].filter(read).join('');
  };
  test('name which arrivals count', () => {
    assert.deepEqual(['3', '>= 3', '% 2', '<3', '= 4'].map(hits), ['3', '3456', '246', '12', '4']);
    assert.match(hits('often'), /^"often" is not a hit count\./);
    for (const never of ['% 0', '0', '== 0', '<= 0', '< 0', '< 1'])
      assert.match(hits(never), /is not a hit count/, never);
    assert.equal(hits('>= 0'), '123456');
    assert.equal(hits('> 0'), '123456');
  });
});

suite('the debug console', () => {
  test('reads what happens outside', () => {
    assert.deepEqual(readCommands('press 1#'), [
      { does: 'key', key: '1' },
      { does: 'key', key: '#' },
    ]);
    assert.deepEqual(readCommands(' wait 5s '), [{ does: 'wait', ms: 5000 }]);
    assert.deepEqual(readCommands('wait 2min'), [{ does: 'wait', ms: 120_000 }]);
    assert.match(String(readCommands('press x')), /Keys are 0 to 9/);
    assert.match(String(readCommands('wait long')), /Write a time/);
    assert.equal(readCommands('${name}'), undefined);
  });

  test('a variable that is set is a name, and nothing more', () => {
    assert.deepEqual(['${a b}', ' name ', 'voipbin.call.digits'].map(variableName), [
      'a b',
      'name',
      'voipbin.call.digits',
    ]);
    for (const more of ['1 + ${x}', '${a}${b}', 'a b', 'a == 2', '', '"a"'])
      assert.equal(variableName(more), undefined, more);
  });

  test('evaluates variables, texts and conditions', () => {
    const value = (text: string) => {
      const found = evaluate(text, lookup);
      return typeof found === 'string' ? found : found?.value;
    };
    assert.deepEqual(['name', '${name}', 'Hello ${name}', '${name} == Ana', 'nobody', '${nobody}', ''].map(value), [
      '"Ana"',
      '"Ana"',
      '"Hello Ana"',
      'true',
      undefined,
      undefined,
      undefined,
    ]);
    assert.equal(value('a=${name}'), '"a=Ana"');
    // As for a breakpoint, what is wrong with a condition is told.
    assert.match(value('${name} == Ana and ${empty} == 2') ?? '', /A condition is one comparison/);
    assert.match(value('name = Ana') ?? '', /no operator `=`/);
    assert.match(value('name ==') ?? '', /needs a value on both sides/);
    assert.equal(logText('digits ${voipbin.call.digits}, {name}', lookup), 'digits 12, Ana');
  });
});
