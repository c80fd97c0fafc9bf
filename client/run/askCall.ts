import type { AddressBody } from '../api/bodies';
import type { VoipbinApi } from '../api/voipbinApi';
import { type AskStep, askSteps } from '../questions/askSteps';
import { type AskVariablesSettings, variableStep } from './askVariables';
import type { CallSubject } from './callSubject';
import { isTelephone } from './destination';
import { destinationChoices, typedDestinations } from './destinationChoices';
import type { FlowLink } from './flowLinks';
import { sourceChoices } from './sourceChoices';

/** What is known about a call before it is placed. */
export interface CallAnswers {
  readonly destination: AddressBody | undefined;
  /** `none`: the default number of the account. */
  readonly source: AddressBody | 'none' | undefined;
  readonly variables: Readonly<Record<string, string>>;
  readonly useRegistered: boolean | undefined;
}

export interface AskCallSettings extends AskVariablesSettings {
  readonly api: VoipbinApi;
  readonly subject: CallSubject;
  readonly link: FlowLink | undefined;
  /** Who is called when the file does not say: then neither that nor the source is asked. */
  readonly phone: AddressBody | undefined;
}

/** Asks for what a file does not say about the call. Undefined when the user gives up. */
export async function askCall(settings: AskCallSettings): Promise<CallAnswers | undefined> {
  const { subject, kept, phone } = settings;
  const first: CallAnswers = {
    destination: subject.destinations?.length ? undefined : phone,
    source: undefined,
    variables: {},
    useRegistered: undefined,
  };
  const answers = await askSteps(listSteps(settings), first);
  if (answers) {
    const { source, destination } = answers;
    const last = kept.last();
    await kept.keep({
      destination: destination === phone ? last.destination : (destination ?? last.destination),
      source: source === 'none' ? undefined : (source ?? last.source),
      variables: { ...last.variables, ...answers.variables },
      useRegistered: answers.useRegistered ?? last.useRegistered,
    });
  }
  return answers;
}

function listSteps(settings: AskCallSettings): readonly AskStep<CallAnswers>[] {
  return [
    flowStep(settings),
    destinationStep(settings),
    sourceStep(settings),
    ...settings.unset.map((name) => variableStep<CallAnswers>(name, settings)),
  ];
}

function flowStep({ ui, title, link, subject, kept }: AskCallSettings): AskStep<CallAnswers> {
  return {
    asks: () => link !== undefined && subject.hasActions && subject.flowId === undefined,
    async ask(answers, step) {
      const choices = [
        {
          icon: 'file-code',
          label: 'This File',
          detail: 'The actions as they are in the editor now.',
          pick: { value: false },
        },
        {
          icon: 'cloud',
          label: `The Registered Flow "${link?.name}"`,
          detail: 'The actions as they are registered; the file may differ.',
          pick: { value: true },
        },
      ];
      const reply = await ui.pick({
        title,
        step,
        placeholder: 'What should the call run?',
        choices: kept.last().useRegistered ? choices.reverse() : choices,
      });
      return typeof reply === 'string' ? reply : { value: { ...answers, useRegistered: reply.value } };
    },
  };
}

function destinationStep({ ui, api, title, subject, kept, phone }: AskCallSettings): AskStep<CallAnswers> {
  return {
    asks: () => !subject.destinations?.length && phone === undefined,
    async ask(answers, step) {
      const reply = await ui.pick({
        title,
        step,
        placeholder: 'Who should be called? Choose, or type a number, an extension or a SIP address',
        choices: destinationChoices(api, kept.recent()),
        typed: typedDestinations,
      });
      return typeof reply === 'string' ? reply : { value: { ...answers, destination: reply.value } };
    },
  };
}

function sourceStep({ ui, api, title, subject, kept, phone }: AskCallSettings): AskStep<CallAnswers> {
  return {
    asks: ({ destination }) =>
      subject.source === undefined &&
      phone === undefined &&
      [...(subject.destinations ?? []), ...(destination ? [destination] : [])].some(isTelephone),
    async ask(answers, step) {
      const reply = await ui.pick({
        title,
        step,
        placeholder: 'Which of your numbers should call?',
        choices: sourceChoices(api, kept.last().source),
      });
      if (typeof reply === 'string') return reply;
      return { value: { ...answers, source: reply.value === 'none' ? 'none' : reply.value.address } };
    },
  };
}
