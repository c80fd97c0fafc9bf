import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { describe } from '../../../sandbox/log/describe';

type Described = Parameters<typeof describe>[0];
type Question = Extract<Described, { type: 'question' }>['question'];

const base = { time: 0, place: undefined, stack: [] } as const;
const wait = (more: object) =>
  ({ kind: 'wait', for: 'digits', began: 60_000, received: 0, until: 65_000, ...more }) as unknown as Question;
const say = (question: Question) => describe({ type: 'question', question, ...base } as Described, (text) => text);

suite('describe', () => {
  test('says how long keys are waited for, once for each wait', () => {
    assert.equal(say(wait({})), 'waits for keys, up to 5 s');
    assert.equal(say(wait({ until: 60_250 })), 'waits for keys, up to 250 ms');
    assert.equal(say(wait({ until: undefined })), 'waits for keys, up to 0 ms');
    assert.equal(say(wait({ received: 1 })), undefined);
    assert.equal(say(wait({ for: 'talk' })), undefined);
    assert.equal(say({ kind: 'clock' } as Question), undefined);
  });
});
