import { readAll } from '../api/pages';
import type { Flow } from '../api/resources';
import type { PickChoice } from '../questions/ui';
import type { CommandContext, Connection } from './context';

export interface FlowQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** Label of an entry that chooses none of them: in front of them where it is the likelier choice, otherwise behind them. */
  readonly instead?: string;
  readonly orElse?: string;
}

/** One of the account's registered flows; undefined when the user chooses none. */
export async function chooseFlow(
  { ui }: CommandContext,
  { api }: Connection,
  { title, placeholder, instead, orElse }: FlowQuestion,
): Promise<Flow | 'else' | undefined> {
  const reply = await ui.pick<Flow | 'else'>({
    title,
    placeholder,
    choices: listFlows(api).then((flows) => [
      ...other(instead),
      ...(flows.length === 0
        ? [{ icon: 'info', label: 'This account has no registered flows yet.', pick: undefined }]
        : flows),
      ...other(orElse),
    ]),
  });
  return typeof reply === 'string' ? undefined : reply.value;
}

const other = (label: string | undefined) =>
  label === undefined ? [] : [{ icon: 'add', label, pick: { value: 'else' as const } }];

async function listFlows(api: Connection['api']): Promise<readonly PickChoice<Flow>[]> {
  const { entries, more } = await readAll(api.listFlows);
  const choices = entries.map((flow) => ({
    icon: 'list-tree',
    label: flow.name || 'without a name',
    description: `${flow.actions.length} ${flow.actions.length === 1 ? 'action' : 'actions'}`,
    detail: [flow.detail, flow.id].filter(Boolean).join(' · '),
    pick: { value: flow },
  }));
  const left = { icon: 'info', label: `Only the newest ${entries.length} flows are listed.`, pick: undefined };
  return more ? [...choices, left] : choices;
}
