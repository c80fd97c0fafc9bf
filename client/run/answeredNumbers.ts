import { orNone } from '../api/orNone';
import { readAll } from '../api/pages';
import type { PhoneNumber } from '../api/resources';
import type { VoipbinApi } from '../api/voipbinApi';
import type { PickChoice } from '../questions/ui';
import { compareNumbers } from './compareNumbers';

/** Which flows answer a number, by their names. */
export interface AnsweredNumber {
  readonly number: PhoneNumber;
  /** The flow that answers calls; undefined where none does. */
  readonly calls: string | undefined;
  /** The flow that messages run; undefined where they run none. */
  readonly messages: string | undefined;
}

/** The numbers of the account with the names of their flows; a flow whose name cannot be read is named by its id. */
export async function listAnsweredNumbers(api: VoipbinApi): Promise<readonly AnsweredNumber[]> {
  const { entries } = await readAll(api.listNumbers);
  const isAnswered = entries.some(({ call_flow_id, message_flow_id }) => call_flow_id ?? message_flow_id);
  const names = isAnswered ? await readFlowNames(api) : new Map<string, string>();
  return entries.map((number) => answered(number, names)).sort((a, b) => compareNumbers(a.number, b.number));
}

/** One of them as it is now. */
export async function readAnsweredNumber(api: VoipbinApi, id: string): Promise<AnsweredNumber> {
  return answered(await api.getNumber(id), await readFlowNames(api));
}

function answered(number: PhoneNumber, names: ReadonlyMap<string, string>): AnsweredNumber {
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : (names.get(id) ?? id));
  return { number, calls: nameOf(number.call_flow_id), messages: nameOf(number.message_flow_id) };
}

async function readFlowNames(api: VoipbinApi): Promise<ReadonlyMap<string, string>> {
  const flows = await orNone(readAll(api.listFlows));
  // Ids say less, and are enough to go on.
  return new Map((flows?.entries ?? []).map(({ id, name }) => [id, name || id]));
}

/** A number as an entry of a list, with the flows that answer it. */
export function numberChoice<T>(answering: AnsweredNumber, value: T): PickChoice<T> {
  const { number, name, status } = answering.number;
  const isOff = status !== undefined && status !== 'active';
  return {
    icon: 'device-mobile',
    label: number,
    description: [name, isOff ? `not active: ${status}` : ''].filter(Boolean).join(' · ') || undefined,
    detail: answersText(answering),
    pick: { value },
  };
}

/** Which flows answer a number, in one line. */
export function answersText({ calls, messages }: AnsweredNumber): string {
  return `Calls: ${quoted(calls)} · Messages: ${quoted(messages)}`;
}

/** The same as lines of their own. */
export function answersLines({ calls, messages }: AnsweredNumber): readonly string[] {
  return [`Calls: ${quoted(calls)}`, `Messages: ${quoted(messages)}`];
}

const quoted = (name: string | undefined) => (name === undefined ? 'no flow' : `"${name}"`);

/** A number as people name it. */
export const numberName = ({ number, name }: PhoneNumber): string => (name ? `${name} (${number})` : number);
