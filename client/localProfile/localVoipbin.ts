import {
  createSandbox,
  openLocalSocket,
  type Sandbox,
  type SandboxState,
  systemRandom,
  systemTimers,
} from '../../sandbox';
import type { AddressBody } from '../api/bodies';
import type { Credentials } from '../api/credentials';
import type { Reach } from '../profiles/network';
import { localProfile } from '../profiles/profile';
import type { Tracing } from '../run/followRun';

/** The VoIPbin within this process: no port is opened and nobody outside can reach it. */
export interface LocalVoipbin extends Reach {
  readonly sandbox: Sandbox;
  /** It asks for a sign-in as the real one does, and this one is always good. */
  readonly credentials: Credentials;
  readonly tracing: Tracing;
  /** Who is called when nothing else is said. */
  readonly phone: AddressBody;
}

/** Of the numbers that are set aside for fiction; whoever is called in the local VoIPbin, it is the phone beside the editor that rings. */
const phone: AddressBody = { type: 'tel', target: '+15550100001', name: 'Local phone' };

/** A new one, or one that goes on from the state in which it was left. */
export function createLocalVoipbin(log: (text: string) => void, state?: SandboxState): LocalVoipbin {
  const sandbox = createSandbox({
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    random: systemRandom,
    timers: systemTimers,
    state,
    log: ({ text }) => log(`Local VoIPbin: ${text}`),
  });
  return {
    sandbox,
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
    newSocket: (address) => openLocalSocket((...args) => sandbox.connectSocket(...args), address),
    credentials: { kind: 'accesskey', origin: localProfile.origin, key: sandbox.accessKey },
    tracing: {
      events: (activeflowId) => sandbox.trace(activeflowId)?.events,
      onEvent: (activeflowId, listener) =>
        sandbox.onTrace((id) => {
          if (id === activeflowId) listener();
        }),
    },
    phone,
  };
}
