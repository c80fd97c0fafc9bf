import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { sandboxUsage } from '../../cli/sandbox/sandboxCommand';
import { createApp, type Gate } from '../../sandbox/api/createApp';
import { agents } from '../../sandbox/seed/agents';
import { createStore } from '../../sandbox/store/store';
import { readText } from '../support/repository';

const page = readText('docs/sandbox.md');

suite('docs/sandbox.md', () => {
  test('has every endpoint, and none that does not exist', () => {
    const gate: Pick<Gate, 'random'> & { core: object } = { core: { store: createStore() }, random: () => 0 };
    const served = createApp(gate as Gate)
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace('/v1.0', '').replace(/:(\w+)/g, '{$1}')}`);
    const rows = page.match(/^\| `(?:GET|POST|PUT|DELETE) .*$/gm) ?? [];
    const told = rows.flatMap((row) => [...row.matchAll(/`((?:GET|POST|PUT|DELETE) \S+)`/g)].map(([, text]) => text));
    assert.ok(served.length > 30);
    assert.deepEqual(told.sort(), [...new Set(served)].sort());
  });

  test('has every option of the command', () => {
    for (const [option] of sandboxUsage.matchAll(/--[\w-]+/g)) assert.ok(page.includes(`| \`${option} `), option);
  });

  test('has everybody who can sign in', () => {
    for (const { username } of agents) assert.ok(page.includes(`\`${username}\``), username);
  });
});
