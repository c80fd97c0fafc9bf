import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, FormattingOptions } from 'vscode-languageserver-types';
import { toValue } from '../../../flow/json/node';
import { parseJson } from '../../../flow/json/parse';
import { checkSettingsOf, readSettings } from '../../../flow/settings/settings';
import { countingIds } from '../../../flow/simulator/ids';
import { codeActions } from '../../../server/features/codeActions';
import { formatting } from '../../../server/features/formatting';
import { openDocument } from '../../support/openFlow';
import { flowText } from '../arbitraries/flowText';
import type { Target } from '../target';

interface Input {
  readonly text: string;
  readonly jsonc: boolean;
  readonly options: FormattingOptions;
}

/** Formatting and fix-all are at rest after one time, and neither changes a value of a text that parsed. */
export const edits: Target<Input> = {
  name: 'edits',
  input: fc.record({
    text: flowText,
    jsonc: fc.boolean(),
    options: fc.record(
      {
        tabSize: fc.constantFrom(0, 1, 2, 4, 8, 1e9, -1),
        insertSpaces: fc.boolean(),
        insertFinalNewline: fc.boolean(),
        trimTrailingWhitespace: fc.boolean(),
        trimFinalNewlines: fc.boolean(),
      },
      { requiredKeys: ['tabSize', 'insertSpaces'] },
    ),
  }),
  async run({ text, jsonc, options }) {
    const format = (old: string) => {
      const document = openDocument('file:///a.flow.json', old, jsonc);
      return TextDocument.applyEdits(document, formatting(document, undefined, options) ?? []);
    };
    const formatted = format(text);
    assert.equal(format(formatted), formatted, 'formatting twice');
    if (isStrict(text)) assert.deepEqual(jsonValueOf(formatted), jsonValueOf(text), 'formatting keeps values');

    const ids = countingIds();
    const fixAll = (old: string) => {
      const document = openDocument('file:///a.flow.json', old, jsonc);
      const whole = { start: document.positionAt(0), end: document.positionAt(old.length) };
      const actions: CodeAction[] = codeActions(
        whole,
        { diagnostics: [], only: ['source.fixAll'] },
        { document, settings: checkSettingsOf(readSettings({})), newId: ids },
      );
      const changes = actions.flatMap((action) => action.edit?.changes?.['file:///a.flow.json'] ?? []);
      return TextDocument.applyEdits(document, changes);
    };
    const fixed = fixAll(text);
    assert.equal(fixAll(fixed), fixed, 'fix-all twice');
    if (isStrict(text)) assert.ok(isStrict(fixed), 'fix-all keeps JSON whole');
  },
};

function isStrict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function jsonValueOf(text: string): unknown {
  const { root } = parseJson(text);
  return root && toValue(root);
}
