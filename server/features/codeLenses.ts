import type { CodeLens, Command, Range } from 'vscode-languageserver-types';
import { type Edge, flowGraph } from '../../flow';
import type { ClientCommands } from '../protocol';
import { type ReadDocument, rangeOf, startOf, type TextPlaces } from '../text/rangeOf';
import { placesOfFlow } from '../workspace/placesOfFlow';
import { noWorkspace, type Workspace } from '../workspace/workspace';

export interface CodeLensHost extends Pick<ClientCommands, 'showPlacesCommand'> {
  readonly workspace?: Workspace;
}

/**
 * Above a flow how many places of other files run it. A line above an action that is not simply the next one: how many ways lead to it by a jump, or that none does at all. Above all others there is
 * nothing.
 */
export function codeLenses(document: ReadDocument, host: CodeLensHost): CodeLens[] {
  const { model } = document;
  // A flow that VoIPbin wrote is for reading only, and in a fragment of a flow it is unknown what leads to an action.
  if (model.shape === 'response') return [];
  const graph = flowGraph(model);
  const ofActions = model.actions.flatMap((action): CodeLens[] => {
    if (action.scope.fragment) return [];
    const range = rangeOf(document, startOf(action.node));
    if (!graph.isReachable(action)) return [{ range, command: { title: 'No call gets here', command: '' } }];
    const edges = graph.to(action);
    const jumps = edges.filter(({ reference }) => reference !== undefined);
    return jumps.length === 0 ? [] : [{ range, command: showWays(edges, range, document, host) }];
  });
  return [...lensOfFlow(document, host), ...ofActions];
}

function lensOfFlow(document: ReadDocument, { showPlacesCommand, workspace = noWorkspace }: CodeLensHost): CodeLens[] {
  const { root } = document.model;
  const ids = workspace.file(document.uri)?.ids ?? [];
  if (ids.length === 0 || !root) return [];
  const places = placesOfFlow({ ids }, document, workspace, false).filter(({ uri }) => uri !== document.uri);
  if (places.length === 0) return [];
  const range = rangeOf(document, startOf(root));
  const title = places.length === 1 ? '1 place runs this flow' : `${places.length} places run this flow`;
  if (showPlacesCommand === undefined) return [{ range, command: { title, command: '' } }];
  const command = { title, command: showPlacesCommand, arguments: [document.uri, range.start, places] };
  return [{ range, command }];
}

function showWays(
  edges: readonly Edge[],
  { start }: Range,
  document: TextPlaces,
  { showPlacesCommand }: CodeLensHost,
): Command {
  const title = edges.length === 1 ? '1 way leads here' : `${edges.length} ways lead here`;
  if (showPlacesCommand === undefined) return { title, command: '' };
  const locations = edges.map((edge) => ({ uri: document.uri, range: rangeOf(document, placeOfEdge(edge)) }));
  return { title, command: showPlacesCommand, arguments: [document.uri, start, locations] };
}

/** The value that leads on, or the action that the list leads on from. */
const placeOfEdge = ({ reference, from }: Edge) => reference?.node ?? from.typeNode ?? from.node;
