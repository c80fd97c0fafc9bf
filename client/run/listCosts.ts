import {
  type ActionNode,
  describeSegments,
  type FlowModel,
  findAddressType,
  flowGraph,
  member,
  runsOn,
  type Trigger,
  textOf,
} from '../../flow';
import { withOwners } from './sentFlow';

/** Something that a run may be billed for. */
export interface Cost {
  /** The action type, or `POST /calls` for the call itself. */
  readonly what: string;
  /** How many places of the flow lead to it. */
  readonly count: number;
  /** User text: what is billed, beginning in lower case. */
  readonly doc: string;
}

/**
 * Everything that a run of a document may be billed for, the call itself aside, in order of the text; only actions that some path leads to.
 *
 * For `api` what needs a phone is left out, because it is skipped there.
 */
export function listCosts(model: FlowModel, trigger: Trigger): readonly Cost[] {
  const graph = flowGraph(model);
  // The actions within a `call` run in the new call, if that is placed at all.
  const isReached = (action: ActionNode) => withOwners(action).every((at) => graph.isReachable(at));
  const costs: Cost[] = [];
  for (const actions of model.actionsByType.values()) {
    const billed = actions.filter((action) => isBilled(action) && isReached(action) && runsIn(action, trigger));
    const { type, billed: reason } = billed[0]?.definition ?? {};
    if (type === undefined || !reason) continue;
    costs.push({ what: type, count: billed.length, doc: [reason.doc, ...listSizes(billed)].join(': ') });
  }
  return costs;
}

/** Whether VoIPbin bills it at all; what dials is free if it reaches no party over the telephone network. */
function isBilled({ definition, option }: ActionNode): boolean {
  if (!definition?.billed?.dials) return definition?.billed !== undefined;
  const destinations = member(option, 'destinations')?.children ?? [];
  return (
    destinations.length === 0 ||
    destinations.some((address) => findAddressType(textOf(member(address, 'type')) ?? '')?.telephone !== 'never')
  );
}

function runsIn({ definition, scope }: ActionNode, trigger: Trigger): boolean {
  return definition !== undefined && runsOn(definition.media, scope.owner ? 'call' : trigger);
}

/** The question that lists the costs has to show all of it. */
const maxSizes = 3;

/** How long the text messages are, in one text; none where nothing is sent as one. */
function listSizes(actions: readonly ActionNode[]): string[] {
  const texts = actions.flatMap(({ type, option }) =>
    type === 'message_send' ? (textOf(member(option, 'text')) ?? []) : [],
  );
  const sizes = [...new Set(texts.map((text) => describeSegments(text)))];
  if (sizes.length === 0) return [];
  const left = sizes.length - maxSizes;
  return [[...sizes.slice(0, maxSizes), ...(left > 0 ? [`${left} more`] : [])].join('; ')];
}
