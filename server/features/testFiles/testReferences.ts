import type { Location } from 'vscode-languageserver-types';
import type { FlowModel } from '../../../flow';
import type { Named } from '../../text/named';
import { listOccurrences, locationsOf } from '../../text/occurrences';
import { contentRange, type ReadDocument } from '../../text/rangeOf';
import { namedByTest, namesInTest, testNameAt } from '../../text/testNamed';

/** The places in test files that name an action or a variable of their flow. */
export function referencesInTests(named: Named, flow: FlowModel, tests: readonly ReadDocument[]): Location[] {
  return tests.flatMap((test) =>
    namesInTest(test.model, flow, named).map((name) => ({ uri: test.uri, range: contentRange(test, name) })),
  );
}

/** Every place of the flow and of its test files that names what one of them names at an offset; null where it names no action and no variable. */
export function testReferences(
  test: ReadDocument,
  offset: number,
  flow: ReadDocument,
  tests: readonly ReadDocument[],
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Location[] | null {
  const name = testNameAt(test.model, offset);
  const named = name && namedByTest(name, flow.model);
  if (!named) return null;
  return [
    ...locationsOf(listOccurrences(flow.model, named), flow, includeDeclaration),
    ...referencesInTests(named, flow.model, tests),
  ];
}
