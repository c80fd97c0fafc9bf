import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { voipbinClient } from '../../client/voipbinClient';
import { readAbilities } from '../../server/lsp/abilities';

suite('voipbinClient', () => {
  test('the server hears that VS Code shows the status of a document, and has commands for suggestions and places, to play a finding and to turn off a check', () => {
    const capabilities: ClientCapabilities = { experimental: { other: 1 } };
    voipbinClient.fillClientCapabilities(capabilities);
    const { status, commands } = readAbilities({ processId: null, rootUri: null, capabilities });
    assert.equal(status, true);
    assert.deepEqual(commands, {
      suggestCommand: 'editor.action.triggerSuggest',
      turnOffCommand: 'voipbin.turnOffCheck',
      playCommand: 'voipbin.playHere',
      playOnPhoneCommand: 'voipbin.playHereOnPhone',
      useFlowCommand: 'voipbin.useFlow',
      showPlacesCommand: 'editor.action.showReferences',
    });
    assert.equal(capabilities.experimental.other, 1);
  });
});
