import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { lineDiff, readTestedFlow, runningTests } from '../../../flow/tests';
import { sidesOf } from '../../../flow/tests/sides';

const say = (text: string) => ({ type: 'talk', option: { text, language: 'en-US' } });

/** Both sides of the first failure of a case. */
function failed(expect: object, flow: unknown) {
  const read = readTestedFlow(JSON.stringify(flow), 'f.flow.json');
  assert.ok(typeof read !== 'string');
  const [result] = [...runningTests(read, { cases: [{ name: 'one', expect }] })];
  const { expected = '', actual = '' } = result?.failures[0] ?? {};
  return { expected: expected.split('\n'), actual: actual.split('\n') };
}

suite('the two sides of a failure', () => {
  const welcome = 'Welcome to Harbour Bikes. Press 1 or 2.';

  test('differ in what is missing, and in nothing that is allowed in between', () => {
    assert.deepEqual(failed({ says: ['Harbour Bikes', 'Goodbye'] }, [say(welcome), say('One moment.')]), {
      expected: [welcome, 'Goodbye', 'One moment.'],
      actual: [welcome, 'One moment.'],
    });
    assert.deepEqual(failed({ says: ['Hello', 'One', 'Bye'] }, [say(welcome), say('One moment.')]), {
      expected: ['Hello', welcome, 'One moment.', 'Bye'],
      actual: [welcome, 'One moment.'],
    });
  });

  test('have what was spoken instead on the same line', () => {
    assert.deepEqual(
      failed({ says: ['A bike costs twenty dollars'] }, [say(welcome), say('A bike costs 30 dollars.')]),
      {
        expected: [welcome, 'A bike costs twenty dollars'],
        actual: [welcome, 'A bike costs 30 dollars.'],
      },
    );
  });

  test('of actions, of what is sent and of calls as well', () => {
    assert.deepEqual(failed({ runs: ['talk', 'connect'] }, [say(welcome), { type: 'hangup' }]), {
      expected: ['talk', 'connect', 'hangup'],
      actual: ['talk', 'hangup'],
    });
    assert.deepEqual(failed({ sends: [{ type: 'message_send', to: '+1555' }] }, [say(welcome)]), {
      expected: ['message_send to +1555'],
      actual: [''],
    });
    assert.deepEqual(failed({ calls: [{}] }, [say(welcome)]), { expected: ['any call'], actual: [''] });
  });

  test('what meets an expectation is not taken for another', () => {
    assert.deepEqual(sidesOf(['one two', 'one three'], [{ text: 'one two', after: 0 }], [0]), {
      expected: 'one two\none two',
      actual: 'one two\none three',
    });
  });
});

suite('two texts line by line', () => {
  test('what is the same stays together, and what was expected comes first', () => {
    const told = (expected: string, actual: string) =>
      lineDiff(expected, actual).map(({ kind, text }) => `${{ same: ' ', expected: '-', actual: '+' }[kind]}${text}`);
    assert.deepEqual(told('a\nb\nc', 'a\nx\nc'), [' a', '-b', '+x', ' c']);
    assert.deepEqual(told('a\nb', 'b'), ['-a', ' b']);
    assert.deepEqual(told('', 'b'), ['+b']);
    assert.deepEqual(told('a', ''), ['-a']);
  });

  test('give back both texts, whatever they are', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (left, right) => {
        const found = lineDiff(left.join('\n'), right.join('\n'));
        const side = (kind: string) =>
          found.flatMap((line) => (line.kind === kind || line.kind === 'same' ? line.text : []));
        assert.deepEqual(side('expected'), left);
        assert.deepEqual(side('actual'), right);
      }),
    );
  });
});
