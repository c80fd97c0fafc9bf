import { codeSpan } from '../../flow';
import { pathFrom } from './pathFrom';
import type { FlowFile, Workspace } from './workspace';

/** The file of the workspace that stands for a flow, as Markdown; undefined where none is known. */
export function renderFlow(id: string, from: string, workspace: Workspace): string | undefined {
  const files = workspace.filesOf(id);
  if (files.length === 0) return undefined;
  return files.map((file) => renderFile(file, id, from, workspace)).join('\n\n');
}

function renderFile({ uri, facts }: FlowFile, id: string, from: string, workspace: Workspace): string {
  const link = workspace.links().find((link) => link.id === id && link.uri === uri);
  const name = facts.name ?? link?.name;
  const registered = link && link.name !== facts.name ? `, registered as ${codeSpan(link.name, 80)}` : '';
  const count = facts.actions === 1 ? '1 action' : `${facts.actions} actions`;
  const what = name === undefined ? 'Flow' : `**${codeSpan(name, 80)}**`;
  return `${what} · ${codeSpan(pathFrom(uri, from), 120)}${registered} · ${count}`;
}
