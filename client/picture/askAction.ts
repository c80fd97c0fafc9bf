import * as vscode from 'vscode';
import { type ActionJson, type ActionNode, actionLabel, type FlowModel } from '../../flow';
import { harmless } from '../ui/harmless';
import type { Drawn } from './drawn';
import { casesOf } from './editPicture';
import { plainSnippet } from './plainSnippet';

/** Asks which action to add after another one. Offers what completion offers there, in the same order and with the same text. */
export async function askAction(
  document: vscode.TextDocument,
  model: FlowModel,
  before: ActionNode | undefined,
): Promise<ActionJson | undefined> {
  const list = before?.scope.list ?? model.scopes[0]?.list;
  if (!list) return undefined;
  const offset = before ? before.node.end : list.offset + 1;
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
  );
  const choices = items
    .map((item) => ({ item, action: actionIn(item) }))
    .filter(({ action }) => action !== undefined)
    .sort((a, b) => orderOf(a.item).localeCompare(orderOf(b.item)))
    .map(({ item, action }) => ({
      label: labelOf(item),
      description: typeof item.label === 'string' ? (item.detail ?? '') : (item.label.description ?? item.detail ?? ''),
      action,
    }));
  const chosen = await vscode.window.showQuickPick(choices, { placeHolder: 'Action to add', matchOnDescription: true });
  return chosen?.action;
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
const orderOf = (item: vscode.CompletionItem) => item.sortText ?? labelOf(item);

/** The action that an item of the list would write. */
function actionIn({ insertText }: vscode.CompletionItem): ActionJson | undefined {
  const text = typeof insertText === 'string' ? insertText : plainSnippet(insertText?.value ?? '');
  try {
    const value: unknown = JSON.parse(text.replace(/^[\s,]+|[\s,]+$/g, ''));
    return typeof value === 'object' && value !== null && 'type' in value ? (value as ActionJson) : undefined;
  } catch {
    return undefined;
  }
}

/** Asks for the action of the same list to which a way should lead; its key in the picture. */
export async function askTarget({ picture }: Drawn, from: ActionNode): Promise<string | undefined> {
  const choices = picture.nodes.flatMap(({ key, kind }) => {
    const action = kind === 'action' ? picture.actions.get(key) : undefined;
    if (!action || action.scope !== from.scope) return [];
    return [{ label: harmless(actionLabel(action, 60), 'label'), description: `action ${action.position + 1}`, key }];
  });
  return (await vscode.window.showQuickPick(choices, { placeHolder: 'Action that runs next' }))?.key;
}

/** Asks for the value of a new case. */
export async function askCase(branch: ActionNode): Promise<string | undefined> {
  const known = casesOf(branch);
  return vscode.window.showInputBox({
    prompt: 'Value of the variable, such as the key that the caller presses',
    validateInput: (text) => (known.has(text) ? 'This case exists already.' : undefined),
  });
}
