import { CompletionItemKind } from 'vscode-languageserver-types';
import { codeSpan, rawTemplate, shorten } from '../../../flow';
import { pathFrom } from '../../workspace/pathFrom';
import { renderFlow } from '../../workspace/renderFlow';
import type { Workspace } from '../../workspace/workspace';
import { type Draft, roomInList } from './draft';

/** More than a person chooses from; typing narrows the list. */
const most = 100;

/** The flows that files of the workspace are registered as, those of other files before the document's own. */
export function listFlows(uri: string, workspace: Workspace): Draft[] {
  const files = [...workspace.files()].sort((a, b) => Number(a.uri === uri) - Number(b.uri === uri));
  const known = files.flatMap((file) => file.ids.map((id) => ({ id, file })));
  return known.slice(0, most).map(({ id, file }): Draft => {
    const path = pathFrom(file.uri, uri);
    const name = file.facts.name ?? workspace.links().find((link) => link.id === id)?.name ?? path;
    const label = shorten(name, roomInList);
    const place = name === path ? undefined : shorten(path, Math.max(8, roomInList - label.length));
    return {
      label,
      kind: CompletionItemKind.Reference,
      insert: rawTemplate(id),
      filter: `${name} ${path} ${id}`,
      detail: id,
      documentation: renderFlow(id, uri, workspace) ?? codeSpan(name),
      ...(place === undefined ? {} : { description: place }),
    };
  });
}
