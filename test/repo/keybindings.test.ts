import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readText } from '../support/repository';

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac: string;
  readonly when: string;
}

const { contributes } = JSON.parse(readText('package.json')) as {
  contributes: { keybindings: readonly Keybinding[]; commands: readonly { command: string }[] };
};

/** What VS Code and its own extensions have behind Ctrl+K with Ctrl held, on any system. */
const taken = 'abcdefhijklmnopqrstuwx';

suite('keybindings', () => {
  test('are for flows only, and behind chords that VS Code leaves free', () => {
    assert.ok(contributes.keybindings.length > 0);
    for (const { command, key, mac, when } of contributes.keybindings) {
      assert.ok(contributes.commands.some((other) => other.command === command));
      assert.equal(when, 'editorLangId == voipbin-flow');
      const [, letter = ''] = /^ctrl\+k ctrl\+([a-z])$/.exec(key) ?? [];
      assert.ok(letter !== '' && !taken.includes(letter), key);
      assert.equal(mac, key.replaceAll('ctrl', 'cmd'));
    }
    const keys = contributes.keybindings.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });

  test('docs/commands.md names each of them', () => {
    const page = readText('docs/commands.md');
    for (const { key } of contributes.keybindings)
      assert.ok(page.includes(key.replaceAll('ctrl', 'Ctrl').replace(/\w( |$)/g, (end) => end.toUpperCase())), key);
  });
});
