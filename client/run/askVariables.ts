import { own } from '../../flow';
import { type AskStep, askSteps } from '../questions/askSteps';
import type { Ui } from '../questions/ui';
import type { KeptAnswers } from './answers';
import { looksSecret } from './looksSecret';

export interface AskVariablesSettings {
  readonly ui: Ui;
  readonly title: string;
  /** Variables that the flow reads and nothing sets. */
  readonly unset: readonly string[];
  readonly kept: KeptAnswers;
}

interface VariableAnswers {
  readonly variables: Readonly<Record<string, string>>;
  readonly useRegistered?: boolean | undefined;
}

/** The values of what a flow reads and nothing sets. Undefined when the user gives up. */
export async function askVariables(settings: AskVariablesSettings): Promise<VariableAnswers['variables'] | undefined> {
  const { unset, kept } = settings;
  const steps = unset.map((name) => variableStep<VariableAnswers>(name, settings));
  const answers = await askSteps(steps, { variables: {} });
  if (!answers) return undefined;
  const last = kept.last();
  await kept.keep({ ...last, variables: { ...last.variables, ...answers.variables } });
  return answers.variables;
}

/** The question for the value of one variable. */
export function variableStep<A extends VariableAnswers>(
  name: string,
  { ui, title, kept }: AskVariablesSettings,
): AskStep<A> {
  return {
    // What runs is the registered flow, and what that reads is unknown here.
    asks: ({ useRegistered }) => !useRegistered,
    async ask(answers, step) {
      const value = own(answers.variables, name) ?? own(kept.last().variables, name) ?? '';
      const prompt = `The value of ${name}. The flow reads it, and nothing in the flow sets it. Empty is allowed.`;
      const reply = await ui.ask({ title, step, prompt, value, isSecret: looksSecret(name) });
      if (typeof reply === 'string') return reply;
      return { value: { ...answers, variables: { ...answers.variables, [name]: reply.value } } };
    },
  };
}
