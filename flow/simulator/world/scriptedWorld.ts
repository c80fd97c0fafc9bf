import { own } from '../../json/own';
import { canonicalUuid } from '../../model/uuid';
import type { ChildRun, RunEvent } from '../events';
import type { Answer, Question } from '../questions';
import { type Happenings, happenings, type WorldMemory } from './happenings';
import type { World } from './world';
import type { WorldScript } from './worldScript';

/** A world that does what its script says and has no answer beyond it. One world serves one simulation; `memory` lets another go on where it was. */
export function scriptedWorld(script: WorldScript, memory?: WorldMemory): World {
  const waits = happenings(script, memory);
  let call = 0;
  return {
    answer: (question, at) => answerScripted(script, waits, question, at),
    // A call is a party of its own; what follows the end of a flow happens in the same world, on a call that is over.
    child: ({ cause }: ChildRun) => {
      if (cause === 'call') return scriptedWorld({ ...sharedWorld(script), ...script.calls?.[call++] });
      return scriptedWorld(sharedWorld(script));
    },
  };
}

/** What is true for every run of a simulation, the calls that it places included. */
export function sharedWorld({ now, fetch, flows, queues, conferences, refuses, audio }: WorldScript): WorldScript {
  const shared = { now, fetch, flows, queues, conferences, refuses, audio };
  return Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== undefined));
}

function answerScripted(script: WorldScript, waits: Happenings, question: Question, at: RunEvent): Answer | undefined {
  switch (question.kind) {
    case 'wait':
      return waits.next(question);
    case 'request': {
      const reason = own(script.refuses, question.service);
      return reason === undefined ? { kind: 'accepted' } : { kind: 'refused', reason };
    }
    case 'dial': {
      const reason = own(script.refuses, question.by);
      return reason === undefined ? undefined : { kind: 'refused', reason };
    }
    case 'fetch': {
      const found = own(script.fetch, question.url);
      return found ? { kind: 'response', ...found } : undefined;
    }
    case 'flow': {
      const found = own(script.flows, question.flowId);
      if (found === undefined) return undefined;
      if (Array.isArray(found)) return { kind: 'flow', actions: found };
      const next = canonicalUuid(found.on_complete_flow_id ?? '');
      return { kind: 'flow', actions: found.actions, onCompleteFlowId: next };
    }
    case 'queue': {
      const found = own(script.queues, question.queueId);
      if (!found) return undefined;
      waits.enterQueue(question.queueId, at.time);
      return {
        kind: 'queue',
        waitFlowId: canonicalUuid(found.wait_flow_id ?? ''),
        name: found.name,
        detail: found.detail,
        waitTimeout: found.wait_timeout,
        serviceTimeout: found.service_timeout,
        agentAfter: found.agent_after,
      };
    }
    case 'conference': {
      const found = own(script.conferences, question.conferenceId);
      return found && { kind: 'conference', preFlowId: canonicalUuid(found.pre_flow_id ?? '') };
    }
    case 'clock':
      return script.now === undefined ? undefined : { kind: 'clock', now: script.now };
    case 'call_status':
      return { kind: 'call_status', status: script.call_status ?? question.status };
    case 'reference_data':
      return script.reference_data === undefined ? undefined : { kind: 'reference_data', text: script.reference_data };
  }
}
