import { canonicalUuid } from '../../model/uuid';
import type { Answer, Question, WaitQuestion } from '../questions';
import { assume } from '../world/assume';
import { silentWorld, type World } from '../world/world';
import type { RecordedFlow } from './recordedFlow';

/** The outside of a recorded trace; see {@link runCase}. */
export function caseWorld({ flows = {}, inputs = {} }: RecordedFlow): World {
  const stored = new Map(Object.entries(flows).map(([id, actions]) => [canonicalUuid(id) ?? id, actions]));
  const answer = (question: Question): Answer | undefined => {
    switch (question.kind) {
      case 'wait':
        return answerWait(question, inputs.digits ?? []);
      case 'request':
        return { kind: 'accepted', variables: {} };
      case 'dial': {
        const { answer: engine } = assume(question, () => `leg ${question.first}`);
        return engine.kind === 'refused' && question.by === 'call' ? { kind: 'dialled', legs: [] } : undefined;
      }
      case 'fetch': {
        const found =
          inputs.fetch && Object.hasOwn(inputs.fetch, question.url) ? inputs.fetch[question.url] : undefined;
        return found ? { kind: 'response', status: found.status, body: found.body } : { kind: 'unreachable' };
      }
      case 'flow': {
        const actions = stored.get(question.flowId);
        return actions === undefined ? { kind: 'missing' } : { kind: 'flow', actions };
      }
      case 'clock':
        return inputs.now === undefined ? undefined : { kind: 'clock', now: inputs.now };
      case 'call_status':
        return { kind: 'call_status', status: inputs.call_status ?? 'progressing' };
      case 'reference_data':
        return { kind: 'reference_data', text: '' };
      default:
        return { kind: 'missing' };
    }
  };
  return { answer, child: () => silentWorld };
}

/** Every executed `digits_receive` takes one entry, also when it needs none of it. */
function answerWait(question: WaitQuestion, digits: readonly string[]): Answer | undefined {
  if (question.for === 'block') return undefined;
  if (question.for !== 'digits') return { kind: 'over' };
  const key = (digits[question.nth ?? 0] ?? '')[question.received ?? 0];
  return key === undefined ? { kind: 'pass' } : { kind: 'key', key };
}
