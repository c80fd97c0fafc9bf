import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { listFiles, readText, root } from '../support/repository';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image?: string; readonly altText?: string; readonly markdown?: string };
  readonly completionEvents: readonly string[];
}

const { contributes } = JSON.parse(readText('package.json')) as {
  contributes: {
    walkthroughs: readonly { readonly steps: readonly Step[] }[];
    commands: readonly { readonly command: string }[];
  };
};
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const declared = contributes.commands.map(({ command }) => command);
/** The context keys that the client sets. */
const told = new Set(
  listFiles('client').flatMap((path) =>
    [...readText(path).matchAll(/(?:'setContext', |reached\(|return |\? )'(voipbin\.\w+)'/g)].map(
      ([, key = '']) => key,
    ),
  ),
);

suite('walkthrough', () => {
  test('has five steps', () =>
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['example', 'mistake', 'target', 'call', 'called'],
    ));

  for (const { id, description, media, completionEvents } of steps) {
    test(`${id}: its picture is there and in the package, and has a text beside it`, () => {
      const path = media.image ?? media.markdown ?? '';
      assert.ok(existsSync(join(root, path)), path);
      assert.equal(media.image === undefined, media.altText === undefined);
      const packed = readText('.vscodeignore').split('\n');
      assert.ok(packed.includes(`!${path}`) || packed.includes(`!${path.replace(/[^/]+(?=\.\w+$)/, '*')}`), path);
    });

    test(`${id}: the code beside it fits half a window`, () => {
      if (media.markdown === undefined) return;
      const [, ...blocks] = readText(media.markdown).split(/^```.*$/m);
      for (const [position, block] of blocks.entries())
        if (position % 2 === 0) for (const line of block.split('\n')) assert.ok(line.length <= 44, line);
    });

    test(`${id}: runs commands that exist`, () => {
      const linked = [...description.matchAll(/command:(?:toSide:)?([\w.]+)/g)].map(([, command = '']) => command);
      for (const command of linked) if (command.startsWith('voipbin.')) assert.ok(declared.includes(command), command);
      for (const event of completionEvents) {
        const command = /^onCommand:(.+)$/.exec(event)?.[1];
        if (command !== undefined) assert.ok(linked.includes(command), `${event} is a button of the step`);
      }
    });

    // A question that is closed, and a command that finds no flow, have run as well.
    test(`${id}: is done when the user did it, not when a command of ours began`, () => {
      const contexts = completionEvents.flatMap((event) => /^onContext:(voipbin\.\w+)$/.exec(event)?.[1] ?? []);
      assert.equal(contexts.length, 1);
      for (const context of contexts) assert.ok(told.has(context), `${context} is set by the client`);
      assert.deepEqual(
        completionEvents.filter((event) => event.startsWith('onCommand:voipbin.') || event === 'onStepSelected'),
        [],
      );
    });
  }
});
