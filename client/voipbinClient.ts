import type { StaticFeature } from 'vscode-languageclient';
import type { VoipbinClient } from '../server/protocol';

const voipbin: VoipbinClient = {
  status: true,
  suggestCommand: 'editor.action.triggerSuggest',
  turnOffCommand: 'voipbin.turnOffCheck',
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
