import { own } from '../../flow/json/own';
import { type Answer, parseUtc, type Question, type WorldScript } from '../../flow/simulator';
import type { OngoingRun } from './ongoingRun';

/**
 * What a world answers to a question of a run, so that a flow can be tried at another time or with other answers; undefined if the
 * sandbox decides. A world does not decide what happens on phones.
 */
export function worldAnswer(world: WorldScript, run: OngoingRun, question: Question): Answer | undefined {
  switch (question.kind) {
    case 'clock': {
      const begins = parseUtc(world.now ?? '');
      // The times of runs are milliseconds since 1970, and the time that was given is that of the beginning.
      return Number.isNaN(begins) ? undefined : { kind: 'clock', now: begins - (run.input.startedAt ?? 0) };
    }
    case 'request':
      return refusal(world, question.service);
    case 'dial':
      return refusal(world, question.by);
    case 'fetch': {
      const found = own(world.fetch, question.url);
      return found && { kind: 'response', ...found };
    }
    case 'flow': {
      const found = own(world.flows, question.flowId);
      if (!found) return undefined;
      return Array.isArray(found)
        ? { kind: 'flow', actions: found }
        : { kind: 'flow', actions: found.actions, onCompleteFlowId: found.on_complete_flow_id };
    }
    case 'reference_data':
      return world.reference_data === undefined ? undefined : { kind: 'reference_data', text: world.reference_data };
    default:
      return undefined;
  }
}

function refusal({ refuses }: WorldScript, what: string): Answer | undefined {
  const reason = own(refuses, what);
  return reason === undefined ? undefined : { kind: 'refused', reason };
}
