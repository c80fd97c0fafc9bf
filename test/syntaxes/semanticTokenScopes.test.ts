import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { tokenModifiers, tokenTypes } from '../../server/features/semanticTokens';
import { readText } from '../support/repository';

const { semanticTokenScopes, configurationDefaults, grammars } = JSON.parse(readText('package.json')).contributes;

suite('the colors of semantic tokens', () => {
  test('are those of scopes that themes know: each type has one, and no other is named', () => {
    const [{ language, scopes }] = semanticTokenScopes as [{ language: string; scopes: Record<string, string[]> }];
    assert.equal(language, grammars[0].language);
    const selectors = Object.keys(scopes).map((selector) => selector.split('.'));
    for (const [type = '', ...modifiers] of selectors) {
      assert.ok(
        tokenTypes.some((known) => known === type),
        type,
      );
      for (const modifier of modifiers)
        assert.ok(
          tokenModifiers.some((known) => known === modifier),
          modifier,
        );
    }
    for (const type of tokenTypes)
      assert.ok(
        selectors.some(([selected]) => selected === type),
        type,
      );
    for (const [scope = ''] of Object.values(scopes)) assert.match(scope, /\.voipbin-flow$/);
  });

  test('do not wait for a theme that asks for them', () => {
    assert.equal(configurationDefaults['[voipbin-flow]']['editor.semanticHighlighting.enabled'], true);
  });
});
