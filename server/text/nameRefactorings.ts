import { CodeActionKind } from 'vscode-languageserver-types';
import { type Fix, type FlowModel, locate, nameAction, nameAllActions, useUuids } from '../../flow';
import { findNamed } from './named';

export const nameRefactoringKind = CodeActionKind.RefactorRewrite;

/** What can be done at an offset about names and UUIDs, where nothing is wrong: names for this action or all, UUIDs for all, or the form that has names. */
export function nameRefactorings(model: FlowModel, offset: number): Fix[] {
  if (model.shape === 'response') return [];
  if (!model.jsonc) return offerMove(model, offset);
  const { action } = locate(model, offset);
  const named = action ? nameAction(model, action) : [];
  const name = named[0] && /"([\w-]+)",?\s*$/.exec(named[0].text)?.[1];
  const all: Fix[] = [
    { title: `Name This Action: ${name}`, edits: named },
    { title: 'Name All Actions', edits: nameAllActions(model) },
    { title: 'Use UUIDs', edits: useUuids(model) },
  ];
  return all.filter(({ edits }) => edits.length > 0);
}

/** Only at an id: elsewhere authors do not think of ids. */
function offerMove(model: FlowModel, offset: number): Fix[] {
  if (findNamed(model, offset)?.kind !== 'action') return [];
  return [{ title: 'Move to a .flow.jsonc, where ids can be names', edits: [], toJsonc: true }];
}
