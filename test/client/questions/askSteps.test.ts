import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type AskStep, askSteps } from '../../../client/questions/askSteps';
import type { Reply } from '../../../client/questions/ui';

type Answers = Readonly<Record<string, string>>;

/** A step that asks for one key, and every question that was put, as `key 1/2`. */
function steps(replies: Readonly<Record<string, Reply<string>[]>>, asks: (key: string, answers: Answers) => boolean) {
  const asked: string[] = [];
  const list = Object.entries(replies).map(
    ([key, given]): AskStep<Answers> => ({
      asks: (answers) => asks(key, answers),
      async ask(answers, step) {
        asked.push(`${key}${step ? ` ${step.at}/${step.of}` : ''}`);
        const reply = given.shift() ?? assert.fail(`${key} was asked once more`);
        return typeof reply === 'string' ? reply : { value: { ...answers, [key]: reply.value } };
      },
    }),
  );
  return { list, asked };
}

suite('askSteps', () => {
  test('asks one after another, with their places', async () => {
    const { list, asked } = steps({ a: [{ value: '1' }], b: [{ value: '2' }] }, () => true);
    assert.deepEqual(await askSteps(list, {}), { a: '1', b: '2' });
    assert.deepEqual(asked, ['a 1/2', 'b 2/2']);
  });

  test('a single question has no place', async () => {
    const { list, asked } = steps({ a: [{ value: '1' }] }, () => true);
    await askSteps(list, {});
    assert.deepEqual(asked, ['a']);
  });

  test('going back asks the question before again, with what was known then', async () => {
    const { list, asked } = steps({ a: [{ value: '1' }, { value: '3' }], b: ['back', { value: '2' }] }, () => true);
    assert.deepEqual(await askSteps(list, { c: '0' }), { c: '0', a: '3', b: '2' });
    assert.deepEqual(asked, ['a 1/2', 'b 2/2', 'a 1/2', 'b 2/2']);
  });

  test('what asks nothing is passed over in both directions', async () => {
    const asks = (key: string) => key !== 'b';
    const { list, asked } = steps({ a: [{ value: '1' }, { value: '4' }], b: [], c: ['back', { value: '2' }] }, asks);
    assert.deepEqual(await askSteps(list, {}), { a: '4', c: '2' });
    assert.deepEqual(asked, ['a 1/2', 'c 2/2', 'a 1/2', 'c 2/2']);
  });

  test('an answer may make a later question needless', async () => {
    const asks = (key: string, answers: Answers) => key === 'a' || answers.a === 'more';
    const { list } = steps({ a: [{ value: 'no' }], b: [] }, asks);
    assert.deepEqual(await askSteps(list, {}), { a: 'no' });
  });

  test('going back from the first, and giving up anywhere, ends it without answers', async () => {
    assert.equal(await askSteps(steps({ a: ['back'] }, () => true).list, {}), undefined);
    const { list } = steps({ a: [{ value: '1' }], b: ['cancelled'] }, () => true);
    assert.equal(await askSteps(list, {}), undefined);
  });

  test('nothing to ask gives the answers back', async () => {
    const first = { a: '1' };
    assert.equal(await askSteps([], first), first);
  });
});
