/** How long each request of an editor takes in the server, of a flow of 300 actions that was just edited, and in a workspace of such flows. */
import { randomUUID } from 'node:crypto';
import * as features from '../server/features';
import { type FlowDocument, flowDocuments } from '../server/lsp/flowDocument';
import { linkedVariables } from '../server/workspace/linkedVariables';
import { createWorkspace } from '../server/workspace/workspace';
import { flowOfSize } from './flowOfSize';
import { sideBySide } from './sideBySide';

const id = '5f0c1d9e-3b7a-4c62-8e4d-91a2b6f07c35';
/** A flow as the bench has it, with a variable and the flow that shares it. */
const textOf = (size: number) =>
  flowOfSize(size).replace(
    /("actions": ?)?\[/,
    (start) =>
      `${start}{"type": "variable_set", "option": {"key": "shop", "value": "Main Street"}}, {"type": "fetch_flow", "option": {"flow_id": "${id}"}}, `,
  );

/** A document as the server holds it: its model is built when it is first asked for. */
export const read = (uri: string, text: string) => flowDocuments(() => 'utf-16').create(uri, 'voipbin-flow', 1, text);

/** A workspace of closed flows that all name the first one, which the open flow fetches. */
function workspaceOf(files: number, text: string, open: () => FlowDocument) {
  const workspace = createWorkspace({
    open: () => [open()],
    openFlow: (uri) => (uri === open().uri ? open() : undefined),
    isOpen: (uri) => uri === open().uri,
    read,
  });
  for (let at = 0; at < files; at++) {
    const uri = `file:///bench/${at}.flow.json`;
    workspace.tell(uri, text, read(uri, text));
  }
  workspace.link([{ id, uri: 'file:///bench/0.flow.json', name: 'Shared' }]);
  return workspace;
}

/** Prints the medians in ms, and those above 20 ms again. */
export async function benchRequests(rounds: number, files = 100): Promise<void> {
  const text = textOf(300);
  const small = textOf(30);
  const uri = 'file:///bench/open.flow.json';
  let current = read(uri, text);
  const workspace = workspaceOf(files, small, () => current);
  const middle = text.indexOf('"type"', Math.floor(text.length / 2)) + 10;
  const onVariable = text.indexOf('"shop"') + 2;
  const onFlow = text.indexOf(id) + 4;
  const onId = text.indexOf('"id": "', Math.floor(text.length / 2)) + 10;
  const whole = (document: FlowDocument) => ({
    start: { line: 0, character: 0 },
    end: document.positionAt(text.length),
  });
  const at = (document: FlowDocument, offset: number) => {
    const position = document.positionAt(offset);
    return { start: position, end: position };
  };
  const host = (document: FlowDocument) => ({
    document,
    settings: {},
    newId: randomUUID,
    workspace,
    resolves: true,
    newFile: { uri: () => 'file:///bench/new.flow.json', version: 1 },
  });
  const asked = { diagnostics: [], triggerKind: 1 as const };
  const kinds = { targets: true, durations: true, loops: true, variables: true };
  const layout = { tabSize: 2, insertSpaces: true };
  // What the menu offers there; each is resolved on its own, as when it is chosen.
  const chosen = features.codeActions(at(current, middle), asked, host(current)).filter(({ data }) => data);
  const resolved = chosen.map((action) => [
    `code action resolved: ${action.title}`,
    (d: FlowDocument) => features.resolveCodeAction(action, host(d)),
  ]);
  const requests: Readonly<Record<string, (document: FlowDocument) => unknown>> = {
    diagnostics: (d) => features.diagnostics(d, { linked: linkedVariables(workspace)(d.uri) }),
    completion: (d) => features.completion(middle, { document: d, snippets: true, newId: randomUUID, workspace }),
    'completion of a flow': (d) =>
      features.completion(onFlow, { document: d, snippets: true, newId: randomUUID, workspace }),
    hover: (d) => features.hover(d, middle, workspace),
    'hover of a variable': (d) => features.hover(d, onVariable, workspace),
    'definition of an id': (d) => features.definition(d, onId, workspace),
    'definition of a flow': (d) => features.definition(d, onFlow, workspace),
    'references of an id': (d) => features.references(d, onId, { includeDeclaration: true }, workspace),
    'selection ranges': (d) => features.selectionRanges(d, [d.positionAt(middle)]),
    'on-type formatting': (d) => features.onTypeFormatting(d, text.indexOf('}', middle) + 1, layout),
    'before a rename': (d) => features.prepareRename(d, onId),
    'rename of an id': (d) => features.rename(d, onId, randomUUID(), workspace),
    'code actions': (d) => features.codeActions(at(d, middle), asked, host(d)),
    'refactorings of the whole': (d) => features.codeActions(whole(d), { ...asked, only: ['refactor'] }, host(d)),
    'inlay hints': (d) => features.inlayHints(d, whole(d), kinds),
    lenses: (d) => features.codeLenses(d, {}),
    'semantic tokens': (d) => features.semanticTokens(d),
    symbols: (d) => features.documentSymbols(d),
    links: (d) => features.documentLinks(d, workspace),
    folding: (d) => features.foldingRanges(d),
    formatting: (d) => features.formatting(d, undefined, layout),
    highlights: (d) => features.documentHighlight(d, onId),
    'linked editing': (d) => features.linkedEditingRange(d, onId),
    'call hierarchy': (d) => features.prepareCallHierarchy(d, middle),
    'call hierarchy, who leads here and where it leads': (d) =>
      (features.prepareCallHierarchy(d, middle) ?? []).map((item) => [
        features.incomingCalls(d, item, workspace),
        features.outgoingCalls(d, item, workspace),
      ]),
    ...Object.fromEntries(resolved),
    [`references of a variable in ${files} flows`]: (d) =>
      features.references(d, onVariable, { includeDeclaration: true }, workspace),
    [`rename of a variable in ${files} flows`]: (d) => features.rename(d, onVariable, 'store', workspace),
    [`references of a flow in ${files} flows`]: (d) =>
      features.references(d, onFlow, { includeDeclaration: true }, workspace),
    [`symbols of ${files} flows`]: () => features.workspaceSymbols(workspace, 'talk'),
  };
  // Each on a document that was just edited, with its model to build.
  const tasks = Object.fromEntries(
    Object.entries(requests).map(([name, ask]) => [
      name,
      () => {
        current = read(uri, text);
        return ask(current);
      },
    ]),
  );
  const times = await sideBySide(tasks, rounds);
  console.log(`${'requests, 300 actions after an edit'.padEnd(44)}${'median ms'.padStart(12)}`);
  for (const [name, time] of Object.entries(times)) console.log(`${name.padEnd(44)}${time.toFixed(2).padStart(12)}`);
  const slow = Object.entries(times).filter(([, time]) => !(time < 20));
  console.log(`above 20 ms: ${slow.map(([name]) => name).join(', ') || 'none'}`);
}
