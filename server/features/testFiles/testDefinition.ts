import type { LocationLink } from 'vscode-languageserver-types';
import type { FlowModel, Place, TestName } from '../../../flow';
import { actionsSaying } from '../../text/actionsSaying';
import { type LinkTarget, linksTo, targetIn } from '../../text/linkTarget';
import { listOccurrences, listSetters } from '../../text/occurrences';
import { contentRange, type ReadDocument } from '../../text/rangeOf';
import { namedByTest, testNameAt } from '../../text/testNamed';

/** The place in the flow of what a test file names at an offset: an action, what sets a variable, what speaks a text; null if it names nothing of the flow. */
export function testDefinition(test: ReadDocument, offset: number, flow: ReadDocument): LocationLink[] | null {
  const name = testNameAt(test.model, offset);
  const targets = name ? targetsOf(name, flow.model) : [];
  if (!name || targets.length === 0) return null;
  return linksTo(targets, flow, contentRange(test, name));
}

function targetsOf(name: TestName, flow: FlowModel): readonly LinkTarget[] {
  const { role, text } = name;
  if (role === 'flow') return [{ place: start, around: start }];
  const named = namedByTest(name, flow);
  if (named?.kind === 'action') return named.action ? [targetIn(flow.text, named.action)] : [];
  if (named) {
    const setters = listSetters(flow, named.name);
    return setters.length > 0 ? setters : listOccurrences(flow, named);
  }
  const isNamed = role === 'action' || role === 'type';
  const actions = isNamed
    ? flow.actions.filter(({ type }) => type === text)
    : role === 'said'
      ? actionsSaying(text, flow)
      : [];
  return actions.map((action) => targetIn(flow.text, action));
}

const start: Place = { offset: 0, end: 0 };
