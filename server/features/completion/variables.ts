import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  type ActionNode,
  actionDefinitions,
  actionLabel,
  codeSpan,
  describeSetterBriefly,
  type FlowModel,
  findShape,
  flowGraph,
  isAction,
  isSetFor,
  listVariables,
  type ReadBy,
  rawTemplate,
  readAt,
  renderVariable,
  type Variable,
} from '../../../flow';
import { describeSetBefore } from '../../text/describeSetBefore';
import { type Draft, roomInList } from './draft';
import type { Site } from './site';

/** The most variables that help in an editor's list; typing narrows it. */
const maxVariables = 200;

/** Variables that fit into an editor's list: of too many those that hold what is typed. */
export function narrow(variables: readonly Variable[], typed: string): { variables: Variable[]; capped: boolean } {
  const capped = variables.length > maxVariables;
  const wanted = capped ? typed.toLowerCase() : '';
  const fitting = variables.filter(({ name }) => name.toLowerCase().includes(wanted));
  return { variables: fitting.slice(0, maxVariables), capped };
}

/** Names of variables as values: for `variable_set` those that an author gives, for everything else those that exist at the site. */
export function listNames(site: Site): { drafts: Draft[]; capped: boolean } {
  const sets = site.action?.type === 'variable_set';
  const all = sets
    ? listVariables(site.model).filter(({ setters, builtIn }) => builtIn?.input || (!builtIn && setters.length > 0))
    : existingVariables(site, 'name');
  const preferred = site.field?.default;
  const ranked = all
    .filter((candidate) => !sets || candidate.setters.some((setter) => setter !== site.action) || candidate.builtIn)
    .sort((a, b) => Number(b.name === preferred) - Number(a.name === preferred));
  const { variables, capped } = narrow(ranked, site.typed);
  return {
    drafts: variables.map((variable) => ({ ...describe(variable, site, 'name'), insert: rawTemplate(variable.name) })),
    capped,
  };
}

/** What the catalog and the document say about a variable, as a draft of its name; what the reading action itself does to it comes too late. */
export function describe(
  { name, builtIn, setters: all }: Variable,
  { model, action: reader }: Pick<Site, 'model' | 'action'>,
  by: ReadBy,
): Omit<Draft, 'insert'> {
  const point = reader && readAt(reader, by);
  const others = all.filter((setter) => setter !== reader && (!point || isSetFor(setter, point)));
  const setters = builtIn || others.length > 0 ? others : all;
  const setter = setters[0];
  const place = setter && isAction(setter) ? `${actionLabel(setter)}, action ${setter.position + 1}` : '`variables`';
  const more = setters.length > 1 ? ` and ${setters.length - 1} more` : '';
  const here =
    reader && others.length > 0 && !builtIn && isSmall(model) ? ` ${describeSetBefore(model, name, reader, by)}` : '';
  const own = `Set by ${setter && isAction(setter) ? codeSpan(place) : place}${more}.${here}`;
  const documentation = builtIn ? renderVariable(builtIn) : `**${codeSpan(name)}** · variable of this flow`;
  return {
    label: name,
    kind: CompletionItemKind.Variable,
    description: setter ? describeBeside(name, setter) : builtIn ? describeSetterBriefly(builtIn) : '',
    detail: builtIn ? 'set by VoIPbin' : own.replaceAll('`', ''),
    documentation: setter && !builtIn?.input ? `${documentation}\n\n${own}` : documentation,
  };
}

/** Whether a long list of variables can be followed through the flow fast enough for typing. */
const isSmall = ({ actions }: FlowModel) => actions.length <= 1000;

/** Who sets a variable, as short as it takes for an editor's list to show the whole name: names differ at their ends. */
function describeBeside(name: string, setter: Variable['setters'][number]): string {
  if (!isAction(setter)) return 'variables';
  const place = `action ${setter.position + 1}`;
  const full = `${setter.type ?? ''}, ${place}`;
  return name.length + full.length > roomInList ? place : full;
}

/**
 * The variables that have a value when the action of a site runs: the author's own first, then those of the call or the conversation.
 *
 * A variable that an action sets counts where some path leads from that action to the site.
 */
export function existingVariables({ model, action }: Pick<Site, 'model' | 'action'>, by: ReadBy): Variable[] {
  const point = action && readAt(action, by);
  const earlier = point ? actionsBefore(model, point) : new Set<ActionNode>();
  const trigger = point?.scope.owner ? 'call' : findShape(model.shape).trigger;
  const rankOf = ({ builtIn, setters }: Variable): number | undefined => {
    const isSet = setters.some((setter) => (isAction(setter) ? earlier.has(setter) : !point?.scope.owner));
    if (!builtIn) return isSet ? 0 : undefined;
    if (builtIn.inFollowUpFlow) return 5;
    if (typeof builtIn.setBy !== 'string') return isSet ? 1 : undefined;
    if (builtIn.setBy === 'call') return trigger === 'api' ? undefined : 2;
    if (builtIn.setBy === 'conversation') return trigger === 'call' ? undefined : 3;
    return 4;
  };
  return listVariables(model)
    .flatMap((variable) => {
      const rank = rankOf(variable);
      return rank === undefined ? [] : [{ variable, rank }];
    })
    .sort((a, b) => a.rank - b.rank || mentionsOf(b.variable.name) - mentionsOf(a.variable.name))
    .map(({ variable }) => variable);
}

/** How many action types read, set or show a variable: what people mostly want of a long list. */
const mentionsOf = (name: string) => mentions.get(name) ?? 0;
const mentions = new Map<string, number>();
for (const { reads = [], sets = [], example } of actionDefinitions) {
  const shown = [...JSON.stringify(example).matchAll(/\$\{(.*?)\}/g)].map((match) => match[1] ?? '');
  for (const name of new Set([...reads, ...sets, ...shown])) mentions.set(name, mentionsOf(name) + 1);
}

/** Every action from which some path leads to an action. */
function actionsBefore(model: FlowModel, action: ActionNode): ReadonlySet<ActionNode> {
  const graph = flowGraph(model);
  const found = new Set(graph.to(action).map(({ from }) => from));
  // The set grows while it is read.
  for (const before of found) for (const { from } of graph.to(before)) found.add(from);
  return found;
}
