import '../../support/fakeVscode';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import type { ExtensionContext } from 'vscode';
import { createRuns } from '../../../client/run/runs';
import { showRunStatus } from '../../../client/ui/runStatus';
import { forget, shown } from '../../support/fakeVscode';
import { runOf } from '../../support/runOf';

suite('the status bar during a call', () => {
  beforeEach(forget);
  afterEach(forget);

  for (const [caller, icon] of [
    [undefined, 'call-outgoing'],
    ['Ana', 'call-incoming'],
  ] as const)
    test(`shows ${icon} for ${caller === undefined ? 'a call that is placed' : 'a call to the flow'}`, () => {
      const runs = createRuns();
      const context = { subscriptions: [] as { dispose(): void }[] };
      showRunStatus(
        context as unknown as ExtensionContext,
        runs,
        () => '14:03',
        () => ({ here: Date.now(), local: 0 }),
      );
      try {
        runs.add({ ...runOf(), phase: 'running', endedAt: undefined, caller });
        const texts = shown.filter(({ where }) => where === 'status.text').map(({ text }) => text);
        assert.ok(
          texts.some((text) => text.startsWith(`$(${icon})`)),
          JSON.stringify(texts),
        );
      } finally {
        for (const subscription of context.subscriptions) subscription.dispose();
      }
    });
});
