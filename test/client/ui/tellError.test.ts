import assert from 'node:assert/strict';
import { setup, suite, test } from 'mocha';
import { ApiError, type ApiErrorKind } from '../../../client/api/apiError';
import { vscodeUi } from '../../../client/ui/vscodeUi';
// It stands before what imports `vscode`.
import { forget, person, ran, shown } from '../../support/fakeVscode';

suite('an error behind a button of a notification', () => {
  setup(forget);

  const fails = async (error: unknown) => {
    person.press = 0;
    vscodeUi.tell('error', 'menu.flow.json has an error.', { label: 'Run Anyway', run: () => Promise.reject(error) });
    for (let turn = 0; turn < 10; turn++) await new Promise((wake) => setImmediate(wake));
    return [...shown.slice(2).map(({ text }) => text), ...ran];
  };
  const apiError = (kind: ApiErrorKind, reason?: string) => new ApiError(kind, 'It failed.', { reason });

  test('offers what helps, as an error of a command does', async () => {
    assert.deepEqual(await fails(apiError('invalid', 'INVALID_ACTION_TYPE')), [
      'It failed.',
      'Show Problems',
      'workbench.actions.view.problems',
    ]);
    forget();
    assert.deepEqual(await fails(apiError('unauthorized')), ['It failed.', 'Sign In', 'voipbin.signIn']);
    forget();
    assert.deepEqual(await fails(new Error('Something else.')), ['Something else.']);
  });

  test('is not told to who has cancelled', async () => {
    assert.deepEqual(await fails(apiError('cancelled')), []);
  });
});
