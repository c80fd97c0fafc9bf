import type { Answer, Question } from '../questions';
import { assume } from '../world/assume';
import { event, type Run, type Script } from './run';

/**
 * Puts a question to the outside and gives its answer, or what is assumed when none came or one of another kind.
 *
 * What is assumed becomes an `assumed` event, unless it is what the engine itself would do.
 */
export function* ask(run: Run, question: Question): Script<Answer> {
  const given = yield event(run, { type: 'question', question });
  const open = question.kind === 'wait' && question.until === undefined;
  if (given && fits[question.kind].has(given.kind) && !(open && given.kind === 'pass')) return given;
  const { answer, detail } = assume(question, run.ids);
  if (open && question.interruptAt !== undefined && 'at' in answer && (answer.at ?? 0) >= question.interruptAt) {
    return { kind: 'pass' };
  }
  if (detail !== undefined) yield event(run, { type: 'assumed', question, answer, detail });
  return answer;
}

const fits: Readonly<Record<Question['kind'], ReadonlySet<Answer['kind']>>> = {
  wait: new Set(['pass', 'nothing', 'key', 'hangup', 'stop', 'over', 'leg', 'amd', 'agent', 'queue-timeout']),
  request: new Set(['accepted', 'refused']),
  dial: new Set(['dialled', 'refused']),
  fetch: new Set(['response', 'unreachable']),
  flow: new Set(['flow', 'missing']),
  queue: new Set(['queue', 'missing']),
  conference: new Set(['conference', 'missing']),
  clock: new Set(['clock']),
  call_status: new Set(['call_status']),
  reference_data: new Set(['reference_data']),
};
