import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assertTrueAnswers } from '../../sandbox/answers/watchAnswers';
import { openSandbox } from '../../sandbox/openSandbox';
import { flowDocument } from '../arbitraries/flowDocument';
import { flowText } from '../arbitraries/flowText';
import { hostileText } from '../arbitraries/hostileText';
import type { Target } from '../target';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

const resources = ['calls', 'flows', 'activeflows', 'groupcalls', 'numbers', 'queues', 'agents', 'accesskeys', 'ais'];
const others = ['customer', 'me', 'conferences', 'extensions', 'recordings', 'messages', 'outbound_config', 'nothing'];

const destination = { type: 'tel', target: '+15550101011' };
const body = fc.oneof(
  flowDocument.map((document) => JSON.stringify({ ...(document as object), destinations: [destination] })),
  flowText,
  fc.json(),
);

const request: fc.Arbitrary<Request> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH'),
  path: fc
    .tuple(
      fc.constantFrom(...resources, ...resources, ...others),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant('') },
        fc.constantFrom('/{id}', '/{id}/hangup', '/{id}/stop', '/{id}/flow_ids', '?page_size=x', '?page_token=%00'),
        hostileText.map((text) => `/${encodeURIComponent(Buffer.from(text.slice(0, 200)).toString())}`),
      ),
    )
    .map((parts) => parts.join('')),
  body,
});

/** Every answer is JSON with a status of the platform's, nothing fails inside, and all phones are silent in the end. */
export const sandbox: Target<readonly Request[]> = {
  name: 'sandbox',
  input: fc.array(request, { minLength: 1, maxLength: 8 }),
  async run(requests) {
    const open = openSandbox({ speed: 0, autoAnswer: { after: 100, talksFor: 100 } });
    let id = '00000000-0000-0000-0000-000000000009';
    for (const { method, path, body: text } of requests) {
      open.clock.advance(1000);
      const filled = path.replace('{id}', id);
      const join = filled.includes('?') ? '&' : '?';
      const whole = `/v1.0/${filled}${join}accesskey=${open.sandbox.accessKey}`;
      const answer = await open.askAs({}, method, whole, method === 'GET' ? undefined : text);
      assert.ok(answer.status >= 200 && answer.status < 600);
      if (answer.status >= 400)
        assert.equal(typeof answer.body.error?.reason, 'string', `${answer.status} for ${path}`);
      id = answer.body?.id ?? answer.body?.calls?.[0]?.id ?? id;
      open.clock.advance(0);
    }
    // Whoever waits for a caller waits no longer than a day.
    for (const leg of open.sandbox.phone.legs) open.sandbox.phone.hangup(leg.id);
    open.clock.advance(86_400_000);
    await assertTrueAnswers();
    assert.deepEqual(
      open.lines.filter((line) => /\b(Type|Range|Reference|Syntax)Error\b/.test(line)),
      [],
    );
  },
};
