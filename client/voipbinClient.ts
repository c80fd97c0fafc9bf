import type { StaticFeature } from 'vscode-languageclient';
import type { VoipbinClient } from '../server/protocol';

/** VS Code's own; the server's lenses give it places as LSP has them, which `withPlaces` converts. */
export const showPlacesCommand = 'editor.action.showReferences';

const voipbin: VoipbinClient = {
  status: true,
  suggestCommand: 'editor.action.triggerSuggest',
  turnOffCommand: 'voipbin.turnOffCheck',
  playCommand: 'voipbin.playHere',
  playOnPhoneCommand: 'voipbin.playHereOnPhone',
  useFlowCommand: 'voipbin.useFlow',
  showPlacesCommand,
  readsFiles: true,
};

/** Tells the server what this client takes beyond LSP. */
export const voipbinClient: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = { ...capabilities.experimental, voipbin };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};
