import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { showPlacesCommand } from './voipbinClient';

type Converter = BaseLanguageClient['protocol2CodeConverter'];
type ProtocolLocation = Parameters<Converter['asLocation']>[0];

/** A lens of the server that shows places, with places as VS Code's command takes them. */
export function withPlaces(lens: vscode.CodeLens, converter: Converter): vscode.CodeLens {
  const { command } = lens;
  if (command?.command !== showPlacesCommand) return lens;
  const [uri, position, locations] = command.arguments as [string, vscode.Position, readonly ProtocolLocation[]];
  command.arguments = [
    converter.asUri(uri),
    converter.asPosition(position),
    locations.map((location) => converter.asLocation(location)),
  ];
  return lens;
}
