import type { JsonValue } from '../../flow';
import {
  createSandbox,
  openLocalSocket,
  type Sandbox,
  type SandboxState,
  systemRandom,
  systemTimers,
} from '../../sandbox';
import type { AddressBody } from '../api/bodies';
import type { LocalReach } from '../profiles/openApi';
import { localProfile } from '../profiles/profile';
import { localCaller } from '../run/localCaller';
import type { LocalParts } from '../run/localParts';

/** The VoIPbin within this process: no port is opened, and other programs cannot reach it. */
export interface LocalVoipbin extends LocalReach, LocalParts {
  readonly sandbox: Sandbox;
}

/** Of the numbers that are set aside for fiction; every call in the local VoIPbin rings on the phone beside the editor. */
const phone: AddressBody = { type: 'tel', target: '+15550100001', name: 'Local phone' };

const caller: AddressBody = { type: 'tel', target: localCaller, name: 'Ana' };

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
    setWorld(world) {
      sandbox.world = world;
    },
    phone,
    caller,
    dial({ number, from, answeredBy }) {
      const given =
        answeredBy && 'actions' in answeredBy
          ? { ...answeredBy, actions: JSON.parse(answeredBy.actions) as JsonValue }
          : answeredBy;
      const dialled = sandbox.phone.dial(number, { from, answeredBy: given });
      return dialled.ok ? { callId: dialled.leg.id } : { problem: dialled.reason };
    },
    text({ number, from, text }) {
      const sent = sandbox.phone.text(number, text, from);
      return sent.ok ? { activeflowId: sent.activeflowId } : { problem: sent.reason };
    },
  };
}
