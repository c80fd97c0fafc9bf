import {
  type CalleeConduct,
  nameOf,
  pressable,
  type Question,
  type RunInput,
  type Simulation,
  scriptedWorld,
  shortQuantity,
  simulate,
  simulateInSteps,
  spokenText,
  telephoneKeysDoc,
  type WaitQuestion,
  type WorldScript,
} from '../../flow';
import type { Reply, Ui } from '../questions/ui';
import { looksSecret } from './looksSecret';

/** A run as it was observed, and what happens outside it. */
export interface Interviewed {
  readonly input: RunInput;
  readonly script: WorldScript;
  readonly observed: Simulation;
}

/** Nothing is asked: the simulator assumes what it needs, and tells it. */
export function quietly(input: RunInput, script: WorldScript = {}): Interviewed {
  return { input, script, observed: simulate(input, scriptedWorld(script), { semantics: 'observed' }) };
}

/**
 * Asks for what a flow needs from outside, when it needs it, by running it: values of variables first, then keys and what called parties do.
 *
 * `Assume the Rest` leaves everything from there on to the simulator. Undefined when the user gives up.
 */
export async function interview(
  ui: Ui,
  name: string,
  input: RunInput,
  unset: readonly string[],
  world: WorldScript = {},
): Promise<Interviewed | undefined> {
  const title = `Simulate: ${name}`;
  const values: [name: string, value: string][] = [];
  for (const variable of unset) {
    const prompt = `The value of ${variable}. Nothing in the flow sets it.`;
    const reply = await ui.ask({ title, prompt, isSecret: looksSecret(variable) });
    if (typeof reply === 'string') return undefined;
    values.push([variable, reply.value]);
  }
  const whole: RunInput = { ...input, variables: { ...input.variables, ...Object.fromEntries(values) } };
  // What the world says already is not asked.
  const digits: string[] = [...(world.digits ?? [])];
  const listed = world.callees ?? [];
  const callees = Array.isArray(listed) ? [...listed] : [];
  const asks = { digits: world.keys === undefined, callees: Array.isArray(listed) };
  // The world reads these lists while they grow.
  const script: WorldScript = { ...world, digits, callees: asks.callees ? callees : listed };
  let isAsking = true;
  /** What was said since the last question. */
  let heard: string[] = [];
  /** Asks where the answer is not known yet; `assume`: nothing more is to be asked. */
  const answerOutside = async (question: Question): Promise<'known' | 'answered' | 'assume' | 'cancelled'> => {
    if (question.kind !== 'wait') return 'known';
    const nth = question.nth ?? 0;
    if (question.for === 'digits' && asks.digits && !question.received && digits[nth] === undefined) {
      const reply = await askKeys(ui, title, question, heard);
      if (typeof reply === 'string') return 'cancelled';
      if (reply.value === assume) return 'assume';
      // Prompts that took no keys have none.
      while (digits.length < nth) digits.push('');
      digits.push(reply.value);
      return 'answered';
    }
    const ringing = (question.legs ?? []).find(({ leg, status }) => status === 'ringing' && callees[leg] === undefined);
    if (question.for !== 'callee' || !asks.callees || !ringing) return 'known';
    const reply = await askCallee(ui, title, nameOf(ringing.destination));
    if (typeof reply === 'string') return 'cancelled';
    if (reply.value === assume) return 'assume';
    while (callees.length < ringing.leg) callees.push('answers');
    callees.push(reply.value);
    return 'answered';
  };
  const run = simulateInSteps(whole, scriptedWorld(script), { semantics: 'observed' });
  let step = run.next();
  for (; !step.done; step = run.next()) {
    const event = step.value;
    if (event.type === 'said') heard.push(spokenText(event.text).trim());
    if (event.type !== 'question' || !isAsking) continue;
    const asked = await answerOutside(event.question);
    if (asked === 'cancelled') return undefined;
    if (asked === 'answered') heard = [];
    isAsking = asked !== 'assume';
  }
  return { input: whole, script, observed: step.value };
}

/** No telephone has such a key. */
const assume = 'assume';
const assumeLabel = 'Assume the Rest';

function askKeys(
  ui: Ui,
  title: string,
  { began, until }: WaitQuestion,
  heard: readonly string[],
): Promise<Reply<string>> {
  const time = until === undefined ? '' : ` within ${shortQuantity(until - began, 'ms')}`;
  const before = heard.length === 0 ? '' : `The caller hears "${heard.join(' ')}" `;
  return ui.ask({
    title,
    prompt: `${before}What does the caller press${time}? Leave it empty for silence.`,
    placeholder: '1',
    orElse: { label: assumeLabel, icon: 'debug-continue', value: assume },
    check: (text) => (pressable.test(text) ? undefined : `Keys are ${telephoneKeysDoc}.`),
  });
}

function askCallee(ui: Ui, title: string, name: string): Promise<Reply<CalleeConduct | typeof assume>> {
  return ui.pick<CalleeConduct | typeof assume>({
    title,
    placeholder: `What does ${name} do?`,
    choices: [
      { icon: 'call-incoming', label: 'Answers', pick: { value: 'answers' } },
      { icon: 'circle-slash', label: 'Is Busy', pick: { value: 'busy' } },
      { icon: 'bell-slash', label: 'Does Not Answer', pick: { value: 'no_answer' } },
      { icon: 'error', label: 'Cannot Be Reached', pick: { value: 'fails' } },
      { icon: 'debug-continue', label: assumeLabel, detail: 'No more questions.', pick: { value: assume } },
    ],
  });
}
