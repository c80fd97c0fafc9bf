import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { addressKey, describeAddress, readDestination, shortAddress } from '../../../client/run/destination';
import { A } from '../../support/ids';

/** What a text means: addresses as they are said, problems as they are. */
const read = (text: string) =>
  readDestination(text).map((destination) =>
    'problem' in destination
      ? `! ${destination.problem}`
      : `${destination.address.type} ${describeAddress(destination.address)}`,
  );

suite('readDestination', () => {
  const meant: readonly [text: string, ...means: string[]][] = [
    ['+15550100001', 'tel +15550100001'],
    [' +1 (555) 010-0001 ', 'tel +15550100001'],
    ['+1 555/010\u20110001', 'tel +15550100001'],
    ['+49.30.901820', 'tel +4930901820'],
    ['+44 (0)20 7946 0018', 'tel +442079460018'],
    ['2001', 'extension extension 2001'],
    ['front-desk', 'extension extension front-desk'],
    ['ana@sip.example.com', 'sip ana@sip.example.com'],
    ['sip:ana@sip.example.com', 'sip ana@sip.example.com'],
    ['SIPS:ana@sip.example.com', 'sip ana@sip.example.com'],
    [A.toUpperCase(), `agent ${A}`],
  ];
  for (const [text, ...means] of meant) test(text, () => assert.deepEqual(read(text), means));

  test('nothing typed means nothing', () => assert.deepEqual(read('  '), []));

  test('a number without its country is asked about, and may be an extension', () => {
    const [problem, extension] = read('5550100001');
    assert.match(problem ?? '', /^! Start a telephone number with \+/);
    assert.equal(extension, 'extension extension 5550100001');
  });

  const wrong: readonly [text: string, why: RegExp][] = [
    ['+1555', /4 so far/],
    ['+1234567890123456', /this one has 16/],
    ['+0015550100001', /does not begin with 0/],
    ['+1555FLOWERS', /has only digits/],
    ['+', /0 so far/],
    ['ana@', /a name and a domain/],
    ['sip:', /a name and a domain/],
    ['two words!', /cannot be called/],
  ];
  for (const [text, why] of wrong)
    test(`not ${text}`, () => {
      const [first, ...others] = read(text);
      assert.match(first ?? '', why);
      assert.deepEqual(others, []);
    });
});

suite('describeAddress', () => {
  test('names what is dialed, and the name before it', () => {
    assert.equal(describeAddress({ type: 'tel', target: '+15550100001', name: 'Ana' }), 'Ana (+15550100001)');
    assert.equal(describeAddress({ type: 'extension', target: 'ignored', target_name: '2001' }), 'extension 2001');
    assert.equal(describeAddress({ type: 'agent', target: A, name: 'Ben' }), 'Ben (agent)');
    assert.equal(describeAddress({ type: 'agent', target: A }), A);
    assert.equal(describeAddress({ name: 'Cleo' }), 'Cleo');
    assert.equal(describeAddress({}), 'unknown');
    assert.equal(shortAddress({ type: 'tel', target: '+15550100001', name: 'Ana' }), 'Ana');
  });

  test('the same address has the same key, whatever its name', () => {
    const ana = { type: 'tel', target: '+15550100001', name: 'Ana' };
    assert.equal(addressKey(ana), addressKey({ ...ana, name: 'Ben' }));
    assert.notEqual(addressKey(ana), addressKey({ ...ana, target: '+15550100002' }));
    assert.notEqual(
      addressKey({ type: 'extension', target_name: '1' }),
      addressKey({ type: 'extension', target_name: '2' }),
    );
  });
});
