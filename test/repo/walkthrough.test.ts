import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { readText, root } from '../support/repository';

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
      assert.ok(packed.includes(`!${path}`) || packed.includes(`!${path.replace(/[^/]+$/, '*.md')}`), path);
    });

    test(`${id}: runs commands that exist, and is done when they ran`, () => {
      const linked = [...description.matchAll(/command:(?:toSide:)?([\w.]+)/g)].map(([, command = '']) => command);
      for (const command of linked) if (command.startsWith('voipbin.')) assert.ok(declared.includes(command), command);
      const done = linked.length > 0 ? linked.map((command) => `onCommand:${command}`) : ['onStepSelected'];
      assert.deepEqual(completionEvents, done);
    });
  }
});
