import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readSettings } from '../../flow/settings/settings';
import { readSentSettings } from '../../server/lsp/settingsForms';
import { readText } from '../support/repository';

suite('docs/editors.md', () => {
  test('the forms of settings that it shows say the same', () => {
    const blocks = [...readText('docs/editors.md').matchAll(/```json\n(.+?)```/gs)].map((match) => match[1] ?? '');
    assert.equal(blocks.length, 3);
    for (const block of blocks) {
      const { flowTrigger, checks } = readSettings(readSentSettings(JSON.parse(block)));
      assert.deepEqual({ flowTrigger, checks }, { flowTrigger: 'call', checks: { 'goto-never-ends': 'off' } }, block);
    }
  });
});
