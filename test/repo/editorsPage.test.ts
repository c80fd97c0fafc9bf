import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readSettings } from '../../flow/settings/settings';
import { readSentSettings } from '../../server/lsp/settingsForms';
import { readText } from '../support/repository';

const page = readText('docs/editors.md');
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')), part] as const),
);
const blocksOf = (part = '') => [...part.matchAll(/```json\n(.+?)```/gs)].map((match) => match[1] ?? '');
const editors = ['Neovim', 'Vim', 'Emacs', 'Kate', 'Helix', 'Zed', 'Sublime Text', 'JetBrains'];

suite('docs/editors.md', () => {
  test('the forms of settings that it shows say the same', () => {
    const blocks = blocksOf(sections.get('Settings'));
    assert.equal(blocks.length, 3);
    for (const block of blocks) {
      const { flowTrigger, checks } = readSettings(readSentSettings(JSON.parse(block)));
      assert.deepEqual({ flowTrigger, checks }, { flowTrigger: 'call', checks: { 'goto-never-ends': 'off' } }, block);
    }
  });

  test('each editor has a configuration that starts the server, and is said to be seen or not', () => {
    for (const editor of editors) {
      const section = sections.get(editor) ?? '';
      assert.match(section, /voipbin-flow/, editor);
      assert.match(section, /\blsp\b/, editor);
      const row = new RegExp(`^\\| \\[${editor}\\]\\(#[a-z-]+\\) \\| (yes, \\d|not seen)`, 'm');
      assert.match(page, row, editor);
    }
  });

  test('the settings in configurations that are JSON are read', () => {
    const settings = [...blocksOf(sections.get('Kate')), ...blocksOf(sections.get('Sublime Text'))].map((block) => {
      const { servers, clients } = JSON.parse(block);
      const [{ settings: given }] = Object.values<{ settings: unknown }>(servers ?? clients) as [{ settings: unknown }];
      return readSettings(readSentSettings(given)).flowTrigger;
    });
    assert.deepEqual(settings, ['call', 'call']);
  });
});
