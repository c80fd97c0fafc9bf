import type { Location } from 'vscode-languageserver-types';
import type { FlowModel } from '../../../flow/model/flowModel';
import type { Named } from '../../text/named';
import { listOccurrences } from '../../text/occurrences';
import { contentOf, rangeOf } from '../../text/rangeOf';
import { namedByTest, namesInTest, type ReadText, testNameAt } from '../../text/testNamed';

/** The places in test files that name an action or a variable of their flow. */
export function referencesInTests(named: Named, flow: FlowModel, tests: readonly ReadText[]): Location[] {
  return tests.flatMap(({ model, document }) =>
    namesInTest(model, flow, named).map((name) => ({
      uri: document.uri,
      range: rangeOf(document, contentOf(model.text, name)),
    })),
  );
}

/** Every place of the flow and of its test files that names what one of them names at an offset; null where it names no action and no variable. */
export function testReferences(
  test: ReadText,
  offset: number,
  flow: ReadText,
  tests: readonly ReadText[],
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Location[] | null {
  const name = testNameAt(test.model, offset);
  const named = name && namedByTest(name, flow.model);
  if (!named) return null;
  const inFlow = listOccurrences(flow.model, named).filter(({ declares }) => includeDeclaration || !declares);
  return [
    ...inFlow.map(({ place }) => ({ uri: flow.document.uri, range: rangeOf(flow.document, place) })),
    ...referencesInTests(named, flow.model, tests),
  ];
}
