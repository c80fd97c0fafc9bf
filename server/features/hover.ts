import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { type FlowModel, locate, type Place, textOf } from '../../flow';
import { findNamed } from '../text/named';
import { type ReadDocument, rangeOf } from '../text/rangeOf';
import { renderKey } from '../text/renderKey';
import { renderNamedAction } from '../text/renderNamedAction';
import { renderNamedVariable } from '../text/renderNamedVariable';
import { renderType } from '../text/renderType';
import { renderValue } from '../text/renderValue';
import { flowAt } from '../workspace/flowAt';
import { pathFrom } from '../workspace/pathFrom';
import { renderFlow } from '../workspace/renderFlow';
import { variableKin } from '../workspace/variableKin';
import { noWorkspace, type Workspace } from '../workspace/workspace';

interface Explanation {
  readonly place: Place;
  readonly text: string | undefined;
}

/** Explains in Markdown, from the catalog, what is at an offset; the range is the explained text. Null if there is nothing to say. */
export function hover(document: ReadDocument, offset: number, workspace: Workspace = noWorkspace): Hover | null {
  const found =
    explainName(document, offset, workspace) ??
    explainFlow(document, offset, workspace) ??
    explainPart(document.model, offset);
  if (found?.text === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value: found.text }, range: rangeOf(document, found.place) };
}

function explainName(document: ReadDocument, offset: number, workspace: Workspace): Explanation | undefined {
  const named = findNamed(document.model, offset);
  if (!named) return undefined;
  const text =
    named.kind === 'action'
      ? renderNamedAction(document, named)
      : renderNamedVariable(document, named, linkedSetters(workspace, document.uri, named.name));
  return { place: named.place, text };
}

/** The paths of the linked flows that set a variable. */
function linkedSetters(workspace: Workspace, uri: string, name: string): string[] {
  return variableKin(workspace, uri, name).flatMap((file) =>
    file.facts.sets.has(name) ? [pathFrom(file.uri, uri)] : [],
  );
}

/** The file that is registered as the flow, then what the option is for. */
function explainFlow(document: ReadDocument, offset: number, workspace: Workspace): Explanation | undefined {
  const flow = flowAt(document, offset, workspace);
  const [id] = flow && !flow.isOwn ? flow.ids : [];
  const file = id === undefined ? undefined : renderFlow(id, document.uri, workspace);
  const part = file === undefined ? undefined : explainPart(document.model, offset);
  return part && { place: part.place, text: [file, '---', part.text].join('\n\n') };
}

function explainPart(model: FlowModel, offset: number): Explanation | undefined {
  const location = locate(model, offset);
  const { at, node, key, action } = location;
  if (!node || node.type === 'missing')
    return key && at === 'key' ? { place: key, text: renderKey(model, location) } : undefined;
  if (at === 'key' && key) return { place: key, text: renderKey(model, location) };
  const type = action && node === action.typeNode ? textOf(node) : undefined;
  return { place: node, text: type === undefined ? renderValue(model, location) : renderType(type) };
}
