import { CompletionItemKind, type CompletionList } from 'vscode-languageserver-types';
import { type FlowModel, pathOf, rawTemplate, roleOfKeys, roleOfValue, type TestRole } from '../../../flow';
import { pathFrom } from '../../workspace/pathFrom';
import type { Draft } from './draft';
import { findSite, type Site } from './site';
import { testDrafts } from './testDrafts';
import { type CompletionContext, toItem } from './toItem';

/**
 * What a flow has to offer at an offset of its test file: ids, names and types of actions, texts, keys, variables; and where the flow is named, the files
 * that can be it. The schema of test files offers the rest.
 */
export function testCompletion(
  offset: number,
  flow: FlowModel | undefined,
  context: CompletionContext,
): CompletionList {
  const site = findSite(context.document.model, offset, context.build);
  const role = site && roleAt(site);
  // A brace opens an object, and nothing here has one.
  if (!site || !role || context.trigger === '{') return { isIncomplete: false, items: [] };
  const offered = role === 'flow' ? flowFiles(context) : flow ? testDrafts(role, flow, site) : [];
  const drafts = offered.filter(({ label }) => !isThere(site, label));
  const items = drafts.map((draft, order) => toItem(site, whole(site, draft), order, context));
  return { isIncomplete: false, items };
}

function roleAt({ role, container, key }: Site): TestRole | undefined {
  if (!container) return undefined;
  const path = pathOf(container);
  if (role === 'key') return roleOfKeys(path);
  if (role === 'value') return key && roleOfValue([...path, key.name]);
  return role === 'item' ? roleOfValue([...path, 0]) : undefined;
}

/** More files than a person looks through. */
const maxFiles = 500;

/** The flow files of the workspace, as a test file names them: those nearest to it first. */
function flowFiles({ workspace, document }: CompletionContext): readonly Draft[] {
  const paths = (workspace?.files() ?? []).flatMap(({ uri }) => {
    const path = pathFrom(uri, document.uri);
    return path.includes('://') ? [] : [path.startsWith('../') ? path : `./${path}`];
  });
  const depthOf = (path: string) => path.split('/').length + (path.startsWith('../') ? 10 : 0);
  return paths
    .sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1))
    .slice(0, maxFiles)
    .map((path) => ({ label: path, kind: CompletionItemKind.File, insert: rawTemplate(path) }));
}

/** An object has each key once. */
const isThere = ({ role, container, token }: Site, label: string) =>
  role === 'key' &&
  container?.children.some(({ key }) => key?.name === label && !(key.offset <= token.start && token.start < key.end));

/** A complete value is replaced, not narrowed down. */
function whole({ text, token, role }: Site, draft: Draft): Draft {
  if (role === 'key' || token.kind !== 'string' || !token.closed) return draft;
  const filter = text.slice(token.start + 1, token.end - 1);
  return filter === draft.label ? { ...draft, filter, preselect: true } : draft;
}
