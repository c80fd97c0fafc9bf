import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  actionDetail,
  actionLabel,
  branchVariable,
  digitsVariable,
  type FlowModel,
  findAction,
  findAddressType,
  isSending,
  type JsonNode,
  listOptions,
  listsMeant,
  listVariables,
  member,
  objectTemplate,
  rawTemplate,
  type Template,
  type TestRole,
  textOf,
  textStop,
} from '../../../flow';
import { speechOf } from '../../text/actionsSaying';
import { type Draft, roomInList } from './draft';
import { idText, isFirstWithId } from './nearestActions';
import type { Site } from './site';
import { describe } from './variables';

/** What a flow has for a place of a test file, as the flow has it from top to bottom. */
export function testDrafts(role: TestRole, flow: FlowModel, site: Site): readonly Draft[] {
  const drafts = offers[role](flow, site);
  if (site.role !== 'key') return drafts;
  return drafts.map((draft) => ({ ...draft, name: draft.label, insert: behindKey[role] ?? textStop() }));
}

/** What a key begins with; a text where nothing is said. */
const behindKey: Partial<Record<TestRole, Template>> = {
  url: objectTemplate([
    ['status', rawTemplate(200)],
    ['body', textStop()],
  ]),
  queueId: objectTemplate([]),
  conferenceId: objectTemplate([]),
  flowId: rawTemplate([]),
};

const offers: Readonly<Record<TestRole, (flow: FlowModel, site: Site) => readonly Draft[]>> = {
  flow: () => [],
  action: (flow, { container }) => [...listActions(flow, container), ...listTypes(flow)],
  type: listTypes,
  variable: (flow) =>
    listVariables(flow).map((variable) => {
      const about = describe(variable, { model: flow, action: undefined }, 'name');
      return { ...about, insert: rawTemplate(variable.name) };
    }),
  said: (flow) => texts(flow.actions.flatMap((action) => [speechOf(action)])),
  sent: (flow) => texts(optionTexts(flow, sentOptions)),
  destination: (flow) => plain(flow.addresses.flatMap(destinationOf), CompletionItemKind.Value),
  value: () => [],
  time: () => [],
  keys: (flow) => plain(keysOf(flow), CompletionItemKind.EnumMember),
  url: (flow) => plain(urlsOf(flow), CompletionItemKind.Value),
  flowId: (flow) => plain(resources(flow, 'flow'), CompletionItemKind.Reference),
  queueId: (flow) => plain(resources(flow, 'queue'), CompletionItemKind.Reference),
  conferenceId: (flow) => plain(resources(flow, 'conference'), CompletionItemKind.Reference),
};

/** Actions by their ids and names: those that the call runs which is meant at a place of the test file. */
function listActions(flow: FlowModel, place: JsonNode | undefined): readonly Draft[] {
  const lists = place ? listsMeant(place, flow) : [];
  return flow.actions.filter(isFirstWithId).flatMap((action) => {
    if (!lists.includes(action.scope)) return [];
    const id = idText(action);
    // There it would mean the type.
    if (findAction(id)) return [];
    const place = `action ${action.order + 1}`;
    const label = action.name ?? actionLabel(action, roomInList - place.length);
    const detail = action.name === undefined ? id : actionLabel(action, 200);
    const filter = `${actionLabel(action, 120)} ${place} ${id}`;
    return { label, kind: CompletionItemKind.Reference, insert: rawTemplate(id), description: place, detail, filter };
  });
}

/** The types that the flow has, each once. */
function listTypes(flow: FlowModel): readonly Draft[] {
  const found = new Map<string, Draft>();
  for (const action of flow.actions) {
    const { type, definition } = action;
    if (type === undefined || !definition || found.has(type)) continue;
    const documentation = `The first is action ${action.order + 1}: ${actionDetail(action, 60)}`;
    found.set(type, { label: type, kind: CompletionItemKind.Function, insert: rawTemplate(type), documentation });
  }
  return [...found.values()];
}

/** The longest part of each text that no variable breaks: what is spoken has values in their place. */
function texts(written: readonly (string | undefined)[]): readonly Draft[] {
  const parts = written.flatMap((text = '') => {
    const [longest = ''] = text
      .split(/\$\{[^}]*\}/)
      .map((part) => part.trim())
      .sort((a, b) => b.length - a.length);
    return longest === '' || /^\/.+\/i?$/s.test(longest) ? [] : [longest];
  });
  return plain(parts, CompletionItemKind.Text);
}

const sentOptions: ReadonlySet<string> = new Set(['text', 'content', 'subject', 'data']);

function optionTexts(flow: FlowModel, names: ReadonlySet<string>): readonly (string | undefined)[] {
  return flow.actions
    .filter(({ type }) => isSending(type))
    .flatMap(({ option }) => [...names].map((name) => textOf(member(option, name))));
}

function destinationOf({ node, type, role, action }: FlowModel['addresses'][number]): readonly string[] {
  if (!action || role === 'source') return [];
  const target = textOf(member(node, findAddressType(type ?? '')?.uses ?? 'target')) ?? '';
  return target === '' || target.includes('${') ? [] : [target];
}

/** The keys that branches know, and those that nothing is pressed for. */
function keysOf(flow: FlowModel): readonly string[] {
  return flow.references.flatMap(({ kind, caseKey, from }) =>
    kind === 'case' && caseKey !== undefined && branchVariable(from) === digitsVariable ? [caseKey] : [],
  );
}

const urlsOf = (flow: FlowModel) => listOptions(flow, ({ format }) => format === 'url').flatMap(literal);

function resources(flow: FlowModel, kind: string): readonly string[] {
  const isOne = (refersTo: string | readonly string[] = []) => [refersTo].flat().includes(kind);
  return listOptions(flow, ({ refersTo }) => isOne(refersTo)).flatMap(literal);
}

/** A text without variables: their values are unknown before the call. */
function literal({ node }: { readonly node: Parameters<typeof textOf>[0] }): readonly string[] {
  const text = textOf(node) ?? '';
  return text === '' || text.includes('${') ? [] : [text];
}

function plain(values: readonly string[], kind: CompletionItemKind): readonly Draft[] {
  return [...new Set(values)].map((value) => ({
    label: value === '' ? '""' : value,
    filter: value,
    kind,
    insert: rawTemplate(value),
  }));
}
