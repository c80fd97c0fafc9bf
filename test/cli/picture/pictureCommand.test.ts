import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { pictureCommand } from '../../../cli/picture/pictureCommand';
import { UsageError } from '../../../cli/usageError';
import { recordingIo, withFolder } from '../../support/cli';
import { A, B } from '../../support/ids';

const menu = {
  actions: [
    { type: 'digits_receive', option: { duration: 3000, length: 1 } },
    { type: 'branch', option: { default_target_id: B, target_ids: { '1': A } } },
    { type: 'hangup', id: A },
    { type: 'talk', id: B, option: { text: 'Good bye.', language: 'en-US' } },
  ],
};

async function picture(args: string[], flow: unknown = menu, world?: unknown) {
  const { io, written } = recordingIo(typeof flow === 'string' ? flow : JSON.stringify(flow));
  const code = await withFolder({ 'w.json': JSON.stringify(world ?? {}) }, (folder) =>
    pictureCommand([...(world === undefined ? [] : ['--world', `${folder}/w.json`]), ...args, '-'], io),
  );
  return { code, ...written };
}

suite('voipbin-flow picture', () => {
  test('draws a flow as SVG, Mermaid or DOT', async () => {
    assert.match((await picture([])).stdout, /^<svg .*<\/svg>\n$/s);
    assert.match((await picture(['--format', 'mermaid'])).stdout, /^%% flow\nflowchart TD\n/);
    assert.match((await picture(['--format', 'dot'])).stdout, /^digraph "flow" \{/);
  });

  test('marks the way of the call that a world leads to', async () => {
    const takenTexts = (svg: string) =>
      [...svg.matchAll(/<text class="label taken"[^>]*>([^<]*)</g)].map(([, text]) => text);
    assert.deepEqual(takenTexts((await picture([], menu, { digits: ['1'] })).stdout), ['1']);
    assert.deepEqual(takenTexts((await picture([], menu, { digits: ['9'] })).stdout), ['default']);
    assert.deepEqual(takenTexts((await picture([])).stdout), []);
  });

  test('marks it in Mermaid and DOT as well, in the colors that are asked for', async () => {
    const mermaid = (await picture(['--format', 'mermaid', '--theme', 'dark'], menu, { digits: ['1'] })).stdout;
    assert.match(mermaid, /^ {2}class n0,n1,n2,n3,n\d+ taken$/m);
    assert.match(mermaid, /^%%\{init: .*"darkMode":true/m);
    const dot = (await picture(['--format', 'dot', '--theme', 'light'], menu, { digits: ['1'] })).stdout;
    assert.match(dot, /label="1", color="#1a7f37"/);
    assert.match(dot, /bgcolor="#ffffff"/);
  });

  test('marks the new call too, which the flow places', async () => {
    const party = { type: 'tel', target: '+15550100001' };
    const call = { type: 'call', option: { source: party, destinations: [party], actions: [{ type: 'hangup' }] } };
    const { stdout } = await picture([], [call], {});
    assert.equal([...stdout.matchAll(/class="node action taken"/g)].length, 2);
  });

  test('says what Mermaid refuses to draw, and draws it', async () => {
    const answers = (count: number) => new Array(count).fill({ type: 'answer' });
    const mermaid = (flow: unknown) => picture(['--format', 'mermaid'], flow);
    assert.equal((await mermaid(answers(499))).stderr, '');
    const many = await mermaid(answers(500));
    assert.match(many.stdout, /^%% flow\nflowchart TD\n/);
    assert.match(
      many.stderr,
      /^voipbin-flow: Mermaid draws at most 500 arrows .*`maxEdges`\. This picture has 501\.$/m,
    );
    assert.equal(many.code, 0);
    const long = await mermaid(
      new Array(400).fill({ type: 'talk', option: { text: '"'.repeat(80), language: 'en-US' } }),
    );
    assert.match(long.stderr, /at most 50000 characters .*`maxTextSize`/);
    assert.equal((await picture(['--format', 'dot'], answers(500))).stderr, '');
  });

  test('refuses options that do not fit, and files that it cannot read', async () => {
    await assert.rejects(picture(['--format', 'png']), UsageError);
    await assert.rejects(picture(['--theme', 'blue']), UsageError);
    await assert.rejects(picture([], '{ not json'), /is not valid JSON/);
  });
});
