import type * as vscode from 'vscode';
import type { ActionJson } from '../../flow';
import { askAction, askCase, askTarget } from './askAction';
import { actionOf, type Drawn } from './drawn';
import { fitsBox } from './fitsBox';
import type { PictureEdit } from './pictureProtocol';

/** A change with what the author has answered. */
export type AnsweredEdit = PictureEdit & {
  /** The action to add. */
  readonly action?: ActionJson | undefined;
  /** The value of a case to add. */
  readonly value?: string | undefined;
  /** The action to which a way leads, as a key. */
  readonly to?: string | undefined;
};

/** Asks for the next thing that a change lacks. The same change if it lacks nothing; undefined if the author cancels, or nothing can be asked. */
export async function askMissing(
  change: AnsweredEdit,
  document: vscode.TextDocument,
  drawn: Drawn,
): Promise<AnsweredEdit | undefined> {
  const { edit } = change;
  if (!fitsBox(drawn, change)) return change;
  if (edit === 'add' || edit === 'addAfter') {
    if (change.action) return change;
    const before = edit === 'add' ? sourceOf(drawn, change.edge) : actionOf(drawn, change.node);
    const action = await askAction(document, drawn.model, before);
    return action && { ...change, action };
  }
  if (edit === 'addCase' && change.value === undefined) {
    const branch = actionOf(drawn, change.node);
    const value = branch && (await askCase(branch));
    return value === undefined ? undefined : { ...change, value };
  }
  if ((edit === 'lead' || edit === 'addCase') && change.to === undefined) {
    const from = edit === 'lead' ? sourceOf(drawn, change.edge) : actionOf(drawn, change.node);
    const to = from && (await askTarget(drawn, from));
    return to === undefined ? undefined : { ...change, to };
  }
  return change;
}

const sourceOf = ({ picture }: Drawn, edge: string) => picture.graphEdges.get(edge)?.from;
