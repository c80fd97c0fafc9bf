import { actionList, areTelephoneKeys, canonicalUuid, createListeners, nilUuid, type WaitReason } from '../../flow';
import type { Core } from '../core';
import type { GivenFlow } from '../engine/activeflows';
import type { Engine, Happening } from '../engine/engine';
import type { OngoingCall } from '../engine/ongoingCall';
import { ownNumber } from '../engine/ownNumber';
import { receiveCall } from '../engine/receiveCall';
import { receiveMessage } from '../engine/receiveMessage';
import { saveGiven } from '../engine/saveGiven';
import { storedFlow } from '../engine/storedFlow';
import type { Address } from '../resources/address';
import { isEnding, isUnanswered } from '../resources/call';
import { legOf, waitOf } from './legOf';
import type { AutoAnswer, Dialled, Dialling, Phone, PhoneEvent, Texted } from './phone';

/** The phone's own side: what the engine shows on it. */
export interface PhoneSide {
  readonly phone: Phone;
  show(happening: Happening): void;
  reset(): void;
}

/** A caller from outside who says nothing about himself. */
const somebody: Address = { type: 'tel', target: '+15550101011', name: 'Ana' };

/** `engine` is asked for later: it needs the phone itself. */
export function createPhone(engine: () => Engine, autoAnswer: AutoAnswer | false): PhoneSide {
  const { add: subscribe, tell: emit } = createListeners<PhoneEvent>();
  const now = () => engine().core.clock.now();
  const act = (id: string, isPossible: (call: OngoingCall) => boolean, run: (call: OngoingCall) => void) => {
    const call = engine().calls.get(id);
    if (!call || !isPossible(call)) return false;
    run(call);
    return true;
  };
  const failing = (reason: string) => (id: string) => act(id, canAnswer, (call) => call.fail(reason));
  const canAnswer = ({ row: call }: OngoingCall) => isUnanswered(call);
  const isOn = ({ row: call }: OngoingCall) => !isEnding(call);

  const phone: Phone = {
    autoAnswer,
    get legs() {
      return [...engine().calls.values()].map(legOf);
    },
    leg(id) {
      const call = engine().calls.get(id);
      return call && legOf(call);
    },
    answer: (id, { machine = false } = {}) => act(id, canAnswer, (call) => call.answer(machine)),
    decline: failing('noanswer'),
    busy: failing('busy'),
    noAnswer: failing('noanswer'),
    hangup: (id) =>
      act(id, isOn, (call) => {
        if (canAnswer(call)) call.fail('noanswer');
        else call.hangUp({ by: 'remote', reason: 'normal' });
      }),
    press: (id, key) =>
      act(
        id,
        (call) => key.length === 1 && areTelephoneKeys(key) && isOn(call) && call.role === 'flow' && !canAnswer(call),
        (call) => call.deliver({ kind: 'key', key, at: now() }),
      ),
    endWait: (id) =>
      act(
        id,
        ({ waiting }) => waiting !== undefined && openEnds.has(waiting.for),
        (call) => call.deliver({ kind: 'over', at: now() }),
      ),
    dial: (number, how) => dial(engine(), number, how),
    text: (number, text, from) => sendText(engine(), number, text, from ?? somebody),
    get numbers() {
      const { store } = engine().core;
      const nameOf = (id: string) => {
        const flow = store.flows.get(id);
        return flow && (flow.name || flow.id);
      };
      return store.numbers.all().map(({ number, name, call_flow_id, message_flow_id }) => ({
        number,
        name,
        callFlow: nameOf(call_flow_id),
        messageFlow: nameOf(message_flow_id),
      }));
    },
    subscribe,
  };

  return {
    phone,
    show(happening) {
      // Events of a run have its time: the key that a text answers must not be later than the text.
      const base = { at: happening.time ?? now(), leg: legOf(happening.call) };
      switch (happening.type) {
        case 'leg':
          return emit({ type: 'leg', ...base });
        case 'said': {
          const { text, language, duration, async } = happening;
          return emit({ type: 'said', ...base, text, language, duration, async });
        }
        case 'played':
          return emit({ type: 'played', ...base, urls: happening.urls });
        case 'key':
          return emit({ type: 'key', ...base, key: happening.key, digits: happening.digits });
        case 'waiting': {
          const waiting = waitOf(happening.call);
          return waiting && emit({ type: 'waiting', ...base, waiting });
        }
      }
    },
    reset: () => emit({ type: 'reset', at: now() }),
  };
}

/** What `endWait` can end. */
const openEnds: ReadonlySet<WaitReason> = new Set(['play', 'conference', 'ai', 'bridge']);

function dial(engine: Engine, text: string, { from = somebody, answeredBy }: Dialling = {}): Dialled {
  const { core } = engine;
  const number = ownNumber(core.store, text);
  if (!number) return { ok: false, reason: notOwn(text) };
  const flow = answeredBy ? flowOf(core, answeredBy) : storedFlow(core.store, number.call_flow_id);
  if (!flow) return { ok: false, reason: `No flow answers ${text}. ${howToAttach}` };
  if (typeof flow === 'string') return { ok: false, reason: flow };
  const call = receiveCall(engine, number, from, flow);
  return engine.calls.has(call.row.id)
    ? { ok: true, leg: legOf(call) }
    : { ok: false, reason: `${text} hung up at once.` };
}

function sendText(engine: Engine, text: string, message: string, from: Address): Texted {
  const { store } = engine.core;
  const number = ownNumber(store, text);
  if (!number) return { ok: false, reason: notOwn(text) };
  const flow = storedFlow(store, number.message_flow_id);
  if (!flow) return { ok: false, reason: `No flow runs for messages to ${text}. ${howToAttach}` };
  return { ok: true, activeflowId: receiveMessage(engine, number, from, message, flow).id };
}

const notOwn = (number: string) => `${number} is not a number of the account.`;
const howToAttach = 'Give it one with PUT /numbers/{id}/flow_ids.';

/** The flow, or a sentence on why there is none. */
function flowOf(core: Core, answeredBy: NonNullable<Dialling['answeredBy']>): GivenFlow | string {
  if ('flowId' in answeredBy) {
    const { flowId } = answeredBy;
    return storedFlow(core.store, flowId) ?? `The account has no flow ${flowId}.`;
  }
  const saved = saveGiven(core, answeredBy.actions);
  if (!saved.ok) return `VoIPbin refuses the flow: ${saved.message}.`;
  return {
    flowId: core.newId(),
    saved: actionList(saved.actions, '', ['actions']),
    onCompleteFlowId: canonicalUuid(answeredBy.onCompleteFlowId ?? '') ?? nilUuid,
  };
}
