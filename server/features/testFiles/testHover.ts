import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { findAction, type TestName } from '../../../flow';
import { actionsSaying } from '../../text/actionsSaying';
import { contentRange, type ReadDocument } from '../../text/rangeOf';
import { renderNamedAction } from '../../text/renderNamedAction';
import { renderNamedVariable } from '../../text/renderNamedVariable';
import { renderActionPlace } from '../../text/renderPlace';
import { renderType } from '../../text/renderType';
import { namedByTest, testNameAt } from '../../text/testNamed';

/** What a test file names at an offset, explained in Markdown from its flow; null where it names nothing of it. */
export function testHover(test: ReadDocument, offset: number, flow: ReadDocument): Hover | null {
  const name = testNameAt(test.model, offset);
  const value = name && explain(name, flow);
  if (!name || value === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value }, range: contentRange(test, name) };
}

function explain(name: TestName, flow: ReadDocument): string | undefined {
  const { model } = flow;
  const named = namedByTest(name, model);
  if (named) return named.kind === 'action' ? renderNamedAction(flow, named) : renderNamedVariable(flow, named);
  if (name.role === 'action' || name.role === 'type') return findAction(name.text) && renderType(name.text);
  if (name.role !== 'said') return undefined;
  const places = actionsSaying(name.text, model).map((action) => `- ${renderActionPlace(action, flow)}`);
  return places.length === 0 ? undefined : ['Said by', ...places].join('\n\n');
}
