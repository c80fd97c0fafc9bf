import {
  nameOf,
  type Question,
  type RunInput,
  type Simulation,
  scriptedWorld,
  simulate,
  simulateInSteps,
  type WaitQuestion,
  type WorldScript,
} from '../../flow/simulator';
import { shortQuantity } from '../../flow/text/quantity';
import { shorten } from '../../flow/text/shorten';
import type { Reply, Ui } from '../questions/ui';

/** A run as it was observed, and what happens outside it. */
export interface Interviewed {
  readonly input: RunInput;
  readonly script: WorldScript;
  readonly observed: Simulation;
}

/** Nothing is asked: the simulator assumes what it needs, and tells it. */
export function quietly(input: RunInput): Interviewed {
  const script: WorldScript = {};
  return { input, script, observed: simulate(input, scriptedWorld(script), { semantics: 'observed' }) };
}

type Callee = 'answers' | 'busy' | 'no_answer' | 'fails';

/**
 * Asks for what a flow needs from outside, when it needs it, by running it: values of variables first, then keys and what called parties do.
 *
 * Going back or closing a question leaves everything from there on to the simulator. Undefined when the user gives up before the first
 * answer.
 */
export async function interview(
  ui: Ui,
  name: string,
  input: RunInput,
  unset: readonly string[],
): Promise<Interviewed | undefined> {
  const title = `Simulate: ${name}`;
  const variables: Record<string, string> = {};
  for (const variable of unset) {
    const reply = await ui.ask({ title, prompt: `The value of ${variable}, which nothing in the flow sets.` });
    if (typeof reply === 'string') return undefined;
    variables[variable] = reply.value;
  }
  const whole: RunInput = { ...input, variables: { ...input.variables, ...variables } };
  const digits: string[] = [];
  const callees: Callee[] = [];
  // The world reads these lists while they grow.
  const script: WorldScript = { digits, callees };
  let isAsking = true;
  let heard = '';
  const run = simulateInSteps(whole, scriptedWorld(script), { semantics: 'observed' });
  let step = run.next();
  for (; !step.done; step = run.next()) {
    const event = step.value;
    if (event.type === 'said') heard = event.text;
    if (event.type === 'question' && isAsking)
      isAsking = await answerOutside(ui, title, event.question, { digits, callees, heard });
  }
  return { input: whole, script, observed: step.value };
}

interface Outside {
  readonly digits: string[];
  readonly callees: Callee[];
  /** What was said last. */
  readonly heard: string;
}

/** Asks where the answer is not known yet; false when nothing more shall be asked. */
async function answerOutside(ui: Ui, title: string, question: Question, outside: Outside): Promise<boolean> {
  if (question.kind !== 'wait') return true;
  const { digits, callees } = outside;
  if (question.for === 'digits' && !question.received && digits[question.nth ?? 0] === undefined) {
    const reply = await askKeys(ui, title, question, outside.heard);
    if (typeof reply === 'string') return false;
    // Prompts that took no keys have none.
    while (digits.length < (question.nth ?? 0)) digits.push('');
    digits.push(reply.value);
  }
  const ringing = (question.legs ?? []).find(({ leg, status }) => status === 'ringing' && callees[leg] === undefined);
  if (question.for === 'callee' && ringing) {
    const reply = await askCallee(ui, title, nameOf(ringing.destination));
    if (typeof reply === 'string') return false;
    while (callees.length < ringing.leg) callees.push('answers');
    callees.push(reply.value);
  }
  return true;
}

async function askKeys(ui: Ui, title: string, { began, until }: WaitQuestion, heard: string): Promise<Reply<string>> {
  const time = until === undefined ? '' : ` within ${shortQuantity(until - began, 'ms')}`;
  const after = heard === '' ? '' : ` after hearing "${shorten(heard, 60)}"`;
  return ui.ask({
    title,
    prompt: `What does the caller press${time}${after}? Leave it empty for silence; Escape asks nothing more.`,
    placeholder: '1',
    check: (text) => (/^[0-9A-D*#]*$/.test(text) ? undefined : 'Keys are 0 to 9, * and #, and A to D.'),
  });
}

function askCallee(ui: Ui, title: string, name: string): Promise<Reply<Callee>> {
  return ui.pick<Callee>({
    title,
    placeholder: `What does ${name} do? Escape asks nothing more`,
    choices: [
      { icon: 'call-incoming', label: 'Answers', pick: { value: 'answers' } },
      { icon: 'circle-slash', label: 'Is Busy', pick: { value: 'busy' } },
      { icon: 'bell-slash', label: 'Does Not Answer', pick: { value: 'no_answer' } },
      { icon: 'error', label: 'Cannot Be Reached', pick: { value: 'fails' } },
    ],
  });
}
