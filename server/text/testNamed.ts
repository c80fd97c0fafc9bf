import {
  type ActionNode,
  type FlowModel,
  listsMeant,
  namedAction,
  perModel,
  type TestName,
  testNames,
} from '../../flow';
import { type Named, variableNamed } from './named';
import { contentOf, type ReadDocument } from './rangeOf';

/** What a test file names of its flow, in order of the text. */
export const namesOfTest = perModel((model): readonly TestName[] => testNames(model.root));

/** What a test file names at an offset; undefined where it names nothing. */
export function testNameAt(test: FlowModel, offset: number): TestName | undefined {
  return namesOfTest(test).find((name) => name.offset <= offset && offset <= name.end);
}

/** The action of a flow that a test file names by its id; undefined for what is named otherwise. */
export function actionMeant({ role, text, node }: TestName, flow: FlowModel): ActionNode | undefined {
  return role === 'action' ? namedAction(text, flow, listsMeant(node, flow)) : undefined;
}

/** The action or variable of a flow that a test file names; undefined for what is named otherwise, and where the flow does not have the action. */
export function namedByTest(name: TestName, flow: FlowModel): Named | undefined {
  if (name.role === 'variable') return name.text === '' ? undefined : variableNamed(name.text);
  const action = actionMeant(name, flow);
  if (!action?.idNode || action.id === undefined) return undefined;
  const place = contentOf(flow.text, action.idNode);
  return { kind: 'action', id: action.id, scope: action.scope, action, reference: undefined, place };
}

/** The actions of a flow that its test files name by their ids. */
export function testedActions(flow: FlowModel, tests: readonly ReadDocument[]): ReadonlySet<ActionNode> {
  const names = tests.flatMap(({ model }) => namesOfTest(model));
  return new Set(names.flatMap((name) => actionMeant(name, flow) ?? []));
}

/** The names in a test file that stand for an action or a variable of its flow. */
export function namesInTest(test: FlowModel, flow: FlowModel, named: Named): readonly TestName[] {
  return namesOfTest(test).filter((name) => {
    if (name.role === 'variable') return named.kind === 'variable' && name.text === named.name;
    return named.kind === 'action' && named.action !== undefined && actionMeant(name, flow) === named.action;
  });
}
