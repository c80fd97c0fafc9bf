import { type FlowModel, type JsonNode, member, nilUuid, plainModel, textOf } from '../../flow';
import type { FlowBody } from '../api/bodies';
import { exactTextOf, hasMembers, jsonText } from '../api/exactJson';
import type { Flow } from '../api/resources';
import { exactValue } from './exactValue';
import { mainScope } from './sentFlow';

/** What a document says about the flow to be registered; `name` is undefined where it has none. */
export type DocumentFlow = Omit<FlowBody, 'name'> & { readonly name: string | undefined };

/** The whole flow that a document holds, its actions as they stand there but with UUIDs for names; undefined where it holds none, or several. */
export function documentFlow(document: FlowModel): DocumentFlow | undefined {
  const model = plainModel(document);
  const scope = mainScope(model);
  if (!scope || model.shape === 'action') return undefined;
  const { root } = model;
  return {
    name: textAt(root, 'name') || undefined,
    detail: textAt(root, 'detail') ?? '',
    actions: scope.list.children.map((action) => exactValue(action, model.text)),
    on_complete_flow_id: textAt(root, 'on_complete_flow_id') || undefined,
  };
}

const textAt = (root: JsonNode | undefined, name: string) => textOf(member(root, name));

/**
 * A flow as VoIPbin keeps it, written like the one that it is compared with.
 *
 * VoIPbin gives an id to every action without one, empty ids for what is absent, and options in alphabetical order; none of that is a
 * difference. Ids that something names, and those that the other text has, stay.
 */
export function comparableFlow(flow: Flow, other: FlowBody): FlowBody {
  const { actions: plain, ...rest } = readableFlow(flow);
  const named = new Set(JSON.stringify(other.actions).match(uuids) ?? []);
  for (const action of plain) {
    const { id: _, ...rest } = action;
    for (const id of JSON.stringify(rest).match(uuids) ?? []) named.add(id);
  }
  const shown = plain.map((action, position) => {
    const { id, ...rest } = action;
    const kept = typeof id === 'string' && !named.has(id.toLowerCase()) ? rest : action;
    return inOrderOf(kept, likeOf(other.actions, action, position));
  });
  return { ...rest, actions: shown };
}

/** The action that another one is written like: at its position, else the first of its type, where actions were added or removed before. */
function likeOf(actions: readonly unknown[], { type }: Readonly<Record<string, unknown>>, position: number): unknown {
  const isAlike = (action: unknown) => hasMembers(action) && action.type === type;
  return isAlike(actions[position]) ? actions[position] : actions.find(isAlike);
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** A registered flow as a person would write it; ids that VoIPbin made stay. */
export function readableFlow({ name = '', detail = '', actions, on_complete_flow_id }: Flow) {
  return { name, detail, actions: actions.map(plainAction), on_complete_flow_id };
}

/** Without what is not set. */
function plainAction({ id, type, option, next_id }: Flow['actions'][number]): Readonly<Record<string, unknown>> {
  return {
    ...(id === undefined ? {} : { id }),
    ...(type === undefined ? {} : { type }),
    ...(isEmpty(option) ? {} : { option }),
    ...(next_id === undefined ? {} : { next_id }),
  };
}

const keptKeys = new Set(['id', 'type', 'option', 'next_id']);

/** A flow as VoIPbin will keep it: of an action nothing but what it knows, and nothing that is empty. */
export function asStored(body: FlowBody): FlowBody {
  const actions = body.actions.map((action) => {
    if (!hasMembers(action)) return action;
    const kept = Object.entries(action).filter(([key, value]) => {
      const name = key.toLowerCase();
      if (!keptKeys.has(name)) return false;
      return name === 'option' ? !isEmpty(value) : value !== null && value !== '' && value !== nilUuid;
    });
    return Object.fromEntries(kept);
  });
  return { ...body, actions };
}

function isEmpty(option: unknown): boolean {
  return option === undefined || option === null || (hasMembers(option) && Object.keys(option).length === 0);
}

/** The same value with its keys in the order of another one, and its numbers in the digits of that one, as far as both have them. */
function inOrderOf(value: unknown, like: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown, position) => inOrderOf(item, Array.isArray(like) ? like[position] : undefined));
  }
  // VoIPbin keeps numbers as floating point: 1.0 and 9007199254740993 come back as 1 and 9007199254740992.
  if (Number(exactTextOf(like) ?? Number.NaN) === value) return like;
  if (!hasMembers(value)) return value;
  const model = hasMembers(like) ? like : {};
  const first = Object.keys(model).filter((key) => Object.hasOwn(value, key));
  const keys = [...first, ...Object.keys(value).filter((key) => !first.includes(key))];
  return Object.fromEntries(keys.map((key) => [key, inOrderOf(value[key], model[key])]));
}

/** A flow as a file holds it. */
export function flowText({ name, detail, actions, on_complete_flow_id }: FlowBody): string {
  const whole = { name, detail, ...(on_complete_flow_id === undefined ? {} : { on_complete_flow_id }), actions };
  return `${jsonText(whole, '  ')}\n`;
}
