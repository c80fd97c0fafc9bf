import { type ActionNode, actionLabel, type JsonNode, readFlow } from '../../flow';

const labelLength = 60;

/** The models of options as they ran: a timeline is made anew with every event. */
const known = new WeakMap<object, ActionNode>();

/**
 * A short name for an action that was executed: with what its variables became, where the document has variables in it. One that is not in
 * the document has its type for a name.
 */
export function executedLabel(type: string, node: ActionNode | undefined, option: unknown): string {
  const isTemplate = node?.option !== undefined && hasVariables(node.option);
  if (!isTemplate || typeof option !== 'object' || option === null) return node ? actionLabel(node, labelLength) : type;
  const before = known.get(option);
  if (before) return actionLabel(before, labelLength);
  const [ran] = readFlow(JSON.stringify([{ id: node.name, type, option }]), { jsonc: true }).actions;
  if (!ran) return type;
  known.set(option, ran);
  return actionLabel(ran, labelLength);
}

const hasVariables = ({ value, children }: JsonNode): boolean =>
  (typeof value === 'string' && value.includes('${')) || children.some(hasVariables);
