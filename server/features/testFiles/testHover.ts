import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { findAction } from '../../../flow/catalog';
import type { TestName } from '../../../flow/tests/testNames';
import { actionsSaying } from '../../text/actionsSaying';
import { contentOf, rangeOf } from '../../text/rangeOf';
import { renderNamedAction } from '../../text/renderNamedAction';
import { renderNamedVariable } from '../../text/renderNamedVariable';
import { renderActionPlace } from '../../text/renderPlace';
import { renderType } from '../../text/renderType';
import { namedByTest, type ReadText, testNameAt } from '../../text/testNamed';

/** What a test file names at an offset, explained in Markdown from its flow; null where it names nothing of it. */
export function testHover(test: ReadText, offset: number, flow: ReadText): Hover | null {
  const name = testNameAt(test.model, offset);
  const value = name && explain(name, flow);
  if (!name || value === undefined) return null;
  const range = rangeOf(test.document, contentOf(test.model.text, name));
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}

function explain(name: TestName, { model, document }: ReadText): string | undefined {
  const named = namedByTest(name, model);
  if (named)
    return named.kind === 'action'
      ? renderNamedAction(model, named, document)
      : renderNamedVariable(model, named, document);
  if (name.role === 'action' || name.role === 'type') return findAction(name.text) && renderType(name.text);
  if (name.role !== 'said') return undefined;
  const places = actionsSaying(name.text, model).map((action) => `- ${renderActionPlace(action, document)}`);
  return places.length === 0 ? undefined : ['Said by', ...places].join('\n\n');
}
