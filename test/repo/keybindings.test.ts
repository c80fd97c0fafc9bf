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

const own = contributes.keybindings.filter(({ command }) => command !== 'noop');

suite('keybindings', () => {
  test('of VS Code do nothing in a picture where the picture has the key: overtyping, and going back to another editor', () => {
    const off = contributes.keybindings.filter(({ command }) => command === 'noop');
    assert.deepEqual(
      off.map(({ key }) => key),
      ['insert', 'alt+left'],
    );
    for (const { when } of off)
      assert.equal(
        when,
        'activeWebviewPanelId =~ /^voipbin\\.picture/ || activeCustomEditorId == voipbin.pictureEditor',
      );
  });

  test('are for flows only, and behind chords that VS Code leaves free', () => {
    assert.ok(own.length > 0);
    for (const { command, key, mac, when } of own) {
      assert.ok(contributes.commands.some((other) => other.command === command));
      assert.equal(when, 'editorLangId == voipbin-flow');
      const [, letter = ''] = /^ctrl\+k ctrl\+([a-z])$/.exec(key) ?? [];
      assert.ok(letter !== '' && !taken.includes(letter), key);
      assert.equal(mac, key.replaceAll('ctrl', 'cmd'));
    }
    const keys = own.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });

  test('docs/commands.md names each of them', () => {
    const page = readText('docs/commands.md');
    for (const { key } of own)
      assert.ok(page.includes(key.replaceAll('ctrl', 'Ctrl').replace(/\w( |$)/g, (end) => end.toUpperCase())), key);
  });
});
