import { dialledOf, findAddressType } from '../../catalog';
import { isTimed } from '../../catalog/waitReasons';
import type { IdSource } from '../ids';
import type { Answer, Question, WaitQuestion } from '../questions';
import { calleeConducts } from './callees';

/** A default answer. `detail` says in one sentence what was assumed. Undefined if nothing was assumed. */
export interface Assumption {
  readonly answer: Answer;
  readonly detail: string | undefined;
}

/** The assumed length of a file, in ms. */
export const fileDuration = 3000;

/** How long the detector of machines is assumed to listen, in ms. */
export const amdDuration = 3000;

/** The assumed length of an AI session, in ms. */
export const aiSession = 60_000;

/** The wait flow of a queue that the world does not describe. */
export const assumedWaitFlow = 'a55e0000-0000-4000-8000-000000000001';

/** The answer that a run assumes if the outside gives none. Times are in virtual ms. */
export function assume(question: Question, ids: IdSource): Assumption {
  switch (question.kind) {
    case 'wait':
      return assumeWait(question);
    case 'request':
      return quiet({ kind: 'accepted' });
    case 'dial': {
      const legs = question.destinations.map(({ type }) => {
        const known = typeof type === 'string' ? findAddressType(type) : undefined;
        return known?.dialable ? { id: ids(), group: known.group === true } : undefined;
      });
      if (question.by === 'call' && legs.every((leg) => leg === undefined)) {
        return quiet({ kind: 'refused', reason: 'none of the destinations can be called' });
      }
      return quiet({ kind: 'dialled', legs });
    }
    case 'fetch':
      return {
        answer: { kind: 'unreachable' },
        detail: `No answer is scripted for ${question.url}. Assumed: it cannot be reached.`,
      };
    case 'flow':
      if (question.flowId === assumedWaitFlow) {
        return quiet({ kind: 'flow', actions: [{ type: 'sleep', option: { duration: 5000 } }] });
      }
      return {
        answer: { kind: 'missing' },
        detail: `No actions are scripted for the flow ${question.flowId}. Assumed: VoIPbin does not find it.`,
      };
    case 'queue':
      return {
        answer: { kind: 'queue', waitFlowId: assumedWaitFlow, agentAfter: 20_000 },
        detail: `Nothing is scripted for the queue ${question.queueId}. Assumed: the call waits, and an agent takes it after 20 s.`,
      };
    case 'conference':
      return {
        answer: { kind: 'conference' },
        detail: `Nothing is scripted for the conference ${question.conferenceId}. Assumed: it exists and runs no flow before the call joins.`,
      };
    case 'clock':
      return {
        answer: { kind: 'clock', now: '2026-01-07T12:00:00Z' },
        detail: 'No time is set. Assumed: Wednesday, 7 January 2026, 12:00 UTC.',
      };
    case 'call_status':
      return quiet({ kind: 'call_status', status: question.status });
    case 'reference_data':
      return {
        answer: { kind: 'reference_data', text: '' },
        detail: 'No text is scripted for voipbin.flow.reference_data. Assumed: it is empty.',
      };
  }
}

/** The caller presses no key, called parties answer, and talks end. */
function assumeWait(question: WaitQuestion): Assumption {
  const { began, since, legs = [], media } = question;
  const after = (ms: number, from = began) => Math.max(since, from + ms);
  switch (question.until !== undefined ? 'time' : isTimed(question.for) ? 'timed' : question.for) {
    case 'callee': {
      const ringing = legs.find(({ status }) => status === 'ringing');
      if (!ringing) {
        return {
          answer: { kind: 'hangup', at: after(60_000, since) },
          detail: 'No end is scripted for the wait alone in the bridge. Assumed: the caller hangs up after 60 s.',
        };
      }
      return {
        answer: {
          kind: 'leg',
          leg: ringing.leg,
          becomes: 'answered',
          at: after(calleeConducts.answers.rings, ringing.since),
        },
        detail: `No answer is scripted for ${nameOf(ringing.destination)}. Assumed: it answers after 5 s.`,
      };
    }
    case 'bridge': {
      const talking = legs.find(({ status }) => status === 'answered');
      return {
        answer: talking
          ? { kind: 'leg', leg: talking.leg, becomes: 'over', reason: 'normal', at: after(30_000, talking.since) }
          : { kind: 'over', at: after(30_000) },
        detail: 'No end is scripted for the conversation. Assumed: the parties talk for 30 s.',
      };
    }
    case 'timed':
      // Such a wait has no end only with the deviation `timed-wait-endless`.
      return {
        answer: { kind: 'hangup', at: after(60_000, since) },
        detail: 'No end is scripted for the wait. Assumed: the caller hangs up after 60 s.',
      };
    case 'play':
      // A world need not say how long files are; a phone would hear it.
      return quiet({ kind: 'over', at: after(fileDuration * (media?.urls?.length ?? 1)) });
    case 'conference':
      return {
        answer: { kind: 'over', at: after(60_000) },
        detail: 'No end is scripted for the conference. Assumed: the call stays in it for 60 s.',
      };
    case 'ai':
      return {
        answer: { kind: 'over', at: after(aiSession) },
        detail: 'No end is scripted for the AI session. Assumed: it lasts 60 s.',
      };
    case 'amd':
      return {
        answer: { kind: 'amd', result: 'human', at: after(amdDuration) },
        detail: 'Nothing is scripted for who picks up. Assumed: a person, detected after 3 s.',
      };
    default:
      return quiet({ kind: 'pass' });
  }
}

/** A destination as people name it. */
export function nameOf(destination: { readonly [key: string]: unknown }): string {
  const { type } = destination;
  return dialledOf(destination) || `the ${typeof type === 'string' && type ? type : 'called'} party`;
}

function quiet(answer: Answer): Assumption {
  return { answer, detail: undefined };
}
