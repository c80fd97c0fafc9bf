import type { AddressBody, CallBody } from '../api/bodies';
import type { Profile } from '../profiles/profile';
import { describeAddress, isTelephone, telephoneOf } from './destination';
import type { Cost } from './listCosts';

export interface Summary {
  readonly message: string;
  /** Line by line. */
  readonly detail: readonly string[];
}

/** Who calls whom with what, and what is billed for it, before a call is placed. */
export function callSummary(
  body: CallBody,
  flow: { readonly name: string; readonly isRegistered: boolean },
  costs: readonly Cost[],
  profile: Profile,
): Summary {
  const to = describeAll(body.destinations);
  const from = body.source ? describeAddress(body.source) : 'the default number of the account';
  const telephones = body.destinations.filter(isTelephone);
  const needsSource = telephones.length > 0 || body.source;
  const what = flow.isRegistered ? `the registered flow "${flow.name}"` : flow.name;
  return {
    message: `Call ${to}${needsSource ? ` from ${from}` : ''}?`,
    detail: [
      `It runs ${what} on ${profileText(profile)}.`,
      '',
      ...billingLines([...callCosts(body.destinations, telephones), ...costs.map(costText)]),
      ...(flow.isRegistered && costs.length > 0
        ? ['', 'The costs are those of the file; the registered flow may differ.']
        : []),
    ],
  };
}

/** More than these are counted: a question has to show all of it. */
const maxNamed = 5;

function describeAll(addresses: readonly AddressBody[]): string {
  const named = addresses.slice(0, maxNamed).map(describeAddress).join(', ');
  const left = addresses.length - maxNamed;
  return left > 0 ? `${named} and ${left} more` : named;
}

/** What is billed, as lines of a list; or that nothing is. */
export function billingLines(costs: readonly string[]): readonly string[] {
  if (costs.length === 0) return ['VoIPbin bills nothing.'];
  return ['VoIPbin bills:', ...costs.map((cost) => `• ${cost}`)];
}

export function costText({ what, count, doc }: Cost): string {
  return `${what}${count > 1 ? ` (${count}×)` : ''}: ${doc}`;
}

export function profileText({ kind, name, origin }: Profile): string {
  if (kind === 'local') return 'the local VoIPbin';
  return `${kind === 'cloud' ? 'VoIPbin’s cloud' : name} (${new URL(origin).host})`;
}

function callCosts(destinations: readonly AddressBody[], telephones: readonly AddressBody[]): readonly string[] {
  if (telephones.length > 0) return [`this call: minutes on the telephone network to ${describeAll(telephones)}`];
  const agents = destinations.filter((address) => telephoneOf(address) === 'sometimes');
  return agents.length > 0
    ? ['this call: minutes on the telephone network, where the agent is reached at a telephone number']
    : [];
}
