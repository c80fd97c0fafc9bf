import type { AddressBody, CallBody } from '../api/bodies';
import type { Profile } from '../profiles/profile';
import { isTelephone, sayAddress } from './destination';
import type { Cost } from './listCosts';

export interface Summary {
  readonly message: string;
  readonly detail: string;
}

/** Who calls whom with what, and what is billed for it, before a call is placed. */
export function callSummary(
  body: CallBody,
  flow: { readonly name: string; readonly isRegistered: boolean },
  costs: readonly Cost[],
  profile: Profile,
): Summary {
  const to = body.destinations.map(sayAddress).join(', ');
  const from = body.source ? sayAddress(body.source) : 'the default number of the account';
  const telephones = body.destinations.filter(isTelephone);
  const needsSource = telephones.length > 0 || body.source;
  const what = flow.isRegistered ? `the registered flow "${flow.name}"` : flow.name;
  return {
    message: `Call ${to}${needsSource ? ` from ${from}` : ''}?`,
    detail: [
      `It runs ${what} on ${profileText(profile)}.`,
      billingText([...callCosts(body.destinations, telephones), ...costs.map(costText)]),
      ...(flow.isRegistered && costs.length > 0
        ? ['What the flow costs is told from the file; the registered flow may differ.']
        : []),
    ].join('\n\n'),
  };
}

/** What is billed, as a list; or that nothing is. */
export function billingText(costs: readonly string[]): string {
  if (costs.length === 0) return 'VoIPbin bills nothing for it.';
  return `VoIPbin bills:\n${costs.map((one) => `• ${one}`).join('\n')}`;
}

export function costText({ what, count, doc }: Cost): string {
  return `${what}${count > 1 ? ` (${count}×)` : ''}: ${doc}`;
}

export function profileText({ kind, name, origin }: Profile): string {
  if (kind === 'local') return 'the local VoIPbin';
  return `${kind === 'cloud' ? 'VoIPbin’s cloud' : name} (${new URL(origin).host})`;
}

function callCosts(destinations: readonly AddressBody[], telephones: readonly AddressBody[]): readonly string[] {
  if (telephones.length > 0)
    return [`this call: minutes on the telephone network to ${telephones.map(sayAddress).join(', ')}`];
  const agents = destinations.filter(({ type }) => type === 'agent');
  return agents.length > 0
    ? ['this call: minutes on the telephone network, where the agent is reached at a telephone number']
    : [];
}
