import {
  authoredVariables,
  canonicalUuid,
  type FlowModel,
  flowReferences,
  member,
  perModel,
  setsAnyName,
  textOf,
  variableUses,
} from '../../flow';
import { bareName } from '../text/named';

/** What is kept of a flow file that is not open, beside its text: enough to know which files a question is about. */
export interface FlowFacts {
  /** The name that the flow gives itself. */
  readonly name: string | undefined;
  readonly actions: number;
  /** The id in a flow as VoIPbin answered it. */
  readonly ownId: string | undefined;
  /** The flows that it names, each once. */
  readonly leadsTo: ReadonlySet<string>;
  /** Of those the ones that see its variables. */
  readonly handsOn: ReadonlySet<string>;
  /** The variables that it sets by name, without those that VoIPbin has itself. */
  readonly sets: ReadonlySet<string>;
  /** It can set variables of any name. */
  readonly setsAny: boolean;
  /** What of these makes a difference for the flows that share variables with it, as a text to compare. */
  readonly shared: string;
  /** The variables that it sets, reads, tests or declares, those of VoIPbin left out where only VoIPbin sets them. */
  readonly variables: ReadonlySet<string>;
}

export const flowFacts = perModel((model): FlowFacts => {
  const references = flowReferences(model);
  const handsOn = new Set(references.flatMap(({ id, sharesVariables }) => (sharesVariables ? [id] : [])));
  const sets = new Set(authoredVariables(model).keys());
  const setsAny = setsAnyName(model);
  return {
    name: textOf(member(model.body ?? model.root, 'name')) || undefined,
    actions: model.actions.length,
    ownId: model.shape === 'response' ? canonicalUuid(textOf(member(model.root, 'id')) ?? '') : undefined,
    leadsTo: new Set(references.map(({ id }) => id)),
    handsOn,
    sets,
    setsAny,
    shared: [setsAny, ...handsOn, '', ...sets].join('\n'),
    variables: namesIn(model),
  };
});

function namesIn(model: FlowModel): ReadonlySet<string> {
  const names = new Set(authoredVariables(model).keys());
  for (const { name } of variableUses(model)) names.add(name);
  for (const { node, field } of model.options) {
    const name = bareName(node, field?.format);
    if (name !== undefined) names.add(name);
  }
  return names;
}
