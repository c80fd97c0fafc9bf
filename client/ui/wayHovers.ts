import * as vscode from 'vscode';
import { callText, type FlowModel, readFlow } from '../../flow';
import { systemClock } from '../api/clock';
import type { Spot } from '../commands/playHere';
import { type CallsHere, callsHere } from '../run/callsHere';
import { createListExplorer, type ListExplorer } from '../run/exploreList';
import { commandLink, harmlessBesideLink } from './harmless';
import { isJsoncDocument } from './isJsoncDocument';

/** One version of a document. */
interface Version {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly model: FlowModel;
  readonly explorer: ListExplorer;
}

/** The hover of an action and of a target: what calls come to it. It is explored when it is first asked for, and given up by the next edit. */
export function createWayHovers(): vscode.HoverProvider {
  let latest: Version | undefined;
  const newest = (document: vscode.TextDocument): Version => {
    const { version } = document;
    if (latest?.document === document && latest.version === version) return latest;
    const model = readFlow(document.getText(), { jsonc: isJsoncDocument(document) });
    const isWanted = () => latest?.document === document && document.version === version && !document.isClosed;
    latest = { document, version, model, explorer: createListExplorer(model, systemClock, isWanted) };
    return latest;
  };
  return {
    async provideHover(document, position) {
      const { model, explorer } = newest(document);
      const offset = document.offsetAt(position);
      const found = await callsHere(model, offset, explorer);
      return found && new vscode.Hover(drawn(found, { uri: document.uri.toString(), offset }));
    },
  };
}

const commands = { 'voipbin.playHere': 'Play', 'voipbin.playHereOnPhone': 'Play on the Phone' };

function drawn({ input, paragraphs, call }: CallsHere, spot: Spot): vscode.MarkdownString {
  const text = new vscode.MarkdownString(paragraphs.join('\n\n'));
  // Whatever the flow says, no other command can be called from here.
  text.isTrusted = { enabledCommands: Object.keys(commands) };
  if (!call) return text;
  const links = Object.entries(commands).map(([command, title]) => commandLink(title, command, [spot]));
  return text
    .appendMarkdown('\n\nShortest call: ')
    .appendText(harmlessBesideLink(callText(call.world, { input, ...call }).join(', '), 'tooltip'))
    .appendMarkdown(`. ${links.join(' · ')}`);
}
