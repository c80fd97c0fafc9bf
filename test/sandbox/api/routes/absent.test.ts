import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { NOWHERE } from '../../../support/ids';
import { assertError, openSandbox } from '../../openSandbox';

suite('what VoIPbin has and the sandbox does not', () => {
  for (const [method, path] of [
    ['GET', '/trunks'],
    ['POST', '/trunks'],
    ['GET', `/outdials/${NOWHERE}`],
    ['PUT', `/outdials/${NOWHERE}/data`],
    ['GET', '/service_agents/me'],
    ['GET', `/recordingfiles/${NOWHERE}`],
    ['GET', `/timelines/calls/${NOWHERE}/sip-analysis`],
    ['POST', '/queues'],
    ['DELETE', `/agents/${NOWHERE}`],
    ['POST', '/numbers'],
  ] as const) {
    test(`${method} ${path} is a 501 that says why`, async () => {
      const { ask } = openSandbox();
      const answer = await ask(method, path, method === 'GET' ? undefined : {});
      assertError(answer, 501, 'NOT_IN_SANDBOX');
      assert.match(answer.body.error.message, /local VoIPbin.*\.$/);
    });
  }

  test('wants a sign-in, unlike what there is nowhere', async () => {
    const { askAs } = openSandbox();
    assertError(await askAs({}, 'GET', '/v1.0/trunks'), 401, 'AUTHENTICATION_REQUIRED');
    assertError(await askAs({}, 'GET', '/v1.0/trunkses'), 404, 'ROUTE_NOT_FOUND');
  });
});
