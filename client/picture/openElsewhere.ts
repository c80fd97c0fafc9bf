import * as vscode from 'vscode';
import { flowReferences } from '../../flow';
import { notify } from '../ui/notify';
import type { Drawn } from './drawn';
import { textColumn } from './textColumn';

/** Opens the file that is linked to the flow of a node. False: the node does not name a flow of the account. */
export async function openElsewhere(
  document: vscode.TextDocument,
  { model, picture }: Drawn,
  key: string,
): Promise<boolean> {
  const node = picture.nodes.find((node) => node.key === key);
  const option = node?.kind === 'elsewhere' ? picture.actions.get(key)?.option : undefined;
  const found = flowReferences(model).find((flowReference) => flowReference.node.parent === option);
  if (!option || !found) return false;
  const places = await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    document.positionAt(found.node.offset + 1),
  );
  const [place] = places;
  if (!place) {
    void notify('information', 'No file here is linked to this flow. Open Registered Flow opens it from the account.');
    return true;
  }
  const viewColumn = textColumn(document);
  await vscode.window.showTextDocument('uri' in place ? place.uri : place.targetUri, { viewColumn });
  return true;
}
