import { nilUuid } from '../../flow';
import { type AnsweredNumber, answersLines, numberName, readAnsweredNumber } from '../run/answeredNumbers';
import { profileText } from '../run/callSummary';
import type { CommandContext, Connection } from './context';

/** A button, and what pressing it writes; the flow that is not named stays. */
export interface NumberChange {
  readonly button: string;
  readonly flows: { readonly calls?: string | undefined; readonly messages?: string | undefined };
}

export interface NumberQuestion {
  readonly message: (number: AnsweredNumber) => string;
  /** What is said besides, line by line. */
  readonly notes: readonly string[];
  readonly changes: (number: AnsweredNumber) => readonly NumberChange[];
  /** What is shown while it is written. */
  readonly doing: string;
}

/**
 * Asks what should answer a number, shows what answers it now, and writes it; gives the change, or undefined when nothing was written.
 *
 * VoIPbin writes both flows of a number at once. So it is read once more just before, and asked again if another change was made in between.
 */
export async function writeNumberFlows(
  { ui }: CommandContext,
  { api, profile }: Connection,
  id: string,
  { message, notes, changes, doing }: NumberQuestion,
): Promise<NumberChange | undefined> {
  let isChanged = false;
  for (;;) {
    const shown = await readAnsweredNumber(api, id);
    const offered = changes(shown);
    const button = await ui.confirm({
      message: message(shown),
      detail: [
        isChanged ? 'The number was changed elsewhere. It now has:' : 'The number has now:',
        ...answersLines(shown).map((line) => `• ${line}`),
        '',
        ...notes,
        `The number is on ${profileText(profile)}.`,
      ],
      buttons: offered.map((change) => change.button),
    });
    const change = offered.find((change) => change.button === button);
    if (!change) return undefined;
    const now = await api.getNumber(id);
    isChanged = now.call_flow_id !== shown.number.call_flow_id || now.message_flow_id !== shown.number.message_flow_id;
    if (isChanged) continue;
    const { calls = now.call_flow_id, messages = now.message_flow_id } = change.flows;
    const body = { call_flow_id: calls ?? nilUuid, message_flow_id: messages ?? nilUuid };
    await ui.during(`${doing} ${numberName(now)}`, (signal) => api.setNumberFlows(id, body, { signal }));
    return change;
  }
}
