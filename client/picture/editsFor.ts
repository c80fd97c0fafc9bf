import type * as vscode from 'vscode';
import type { Edit } from '../../flow/edit/edit';
import { askAction, askCase, askTarget } from './askAction';
import { actionOf, type Drawn } from './drawn';
import { addPart, removePart, setField, setFieldTarget } from './editOptions';
import {
  addAfter,
  addOnEdge,
  addWay,
  deleteNode,
  duplicate,
  leadEdge,
  moveBy,
  moveOntoEdge,
  removeWay,
} from './editPicture';
import { fitsBox } from './fitsBox';
import { refactor } from './offers';
import type { PictureEdit } from './pictureProtocol';

/** The edits of a change. */
export interface Asked {
  /** Undefined where it cannot be made. */
  readonly edits: readonly Edit[] | undefined;
  /** Which action is chosen afterwards: the one that is new, or the one that was moved. */
  readonly chosen?: 'added' | 'moved';
}

export interface Asking {
  readonly document: vscode.TextDocument;
  /** What is drawn now: a question takes time. */
  readonly drawn: () => Drawn;
  readonly newId: () => string;
}

/** The edits that an author asks for in a picture. What is missing is asked for; undefined if the author cancels. */
export async function editsFor(change: PictureEdit, { document, drawn, newId }: Asking): Promise<Asked | undefined> {
  const now = drawn();
  if (!fitsBox(now, change)) return { edits: undefined };
  switch (change.edit) {
    case 'add': {
      const before = now.picture.graphEdges.get(change.edge)?.from;
      const action = await askAction(document, now.model, before);
      return action && { edits: addOnEdge(drawn(), change.edge, action, newId), chosen: 'added' };
    }
    case 'addAfter': {
      const action = await askAction(document, now.model, actionOf(now, change.node));
      return action && { edits: addAfter(drawn(), change.node, action, newId), chosen: 'added' };
    }
    case 'delete':
      return { edits: deleteNode(now, change.node, newId) };
    case 'duplicate':
      return { edits: duplicate(now, change.node, newId), chosen: 'added' };
    case 'move':
      return { edits: moveBy(now, change.node, change.by, newId), chosen: 'moved' };
    case 'moveOnto':
      return { edits: moveOntoEdge(now, change.node, change.edge, newId), chosen: 'moved' };
    case 'refactor': {
      const { node: key, until, name } = change;
      return { edits: refactor(now, { key, until }, name, newId) };
    }
    case 'lead': {
      const from = now.picture.graphEdges.get(change.edge)?.from;
      const to = change.to ?? (from && (await askTarget(now, from)));
      return to === undefined ? undefined : { edits: leadEdge(drawn(), change.edge, to, newId) };
    }
    case 'removeWay':
      return { edits: removeWay(now, change.edge, newId) };
    case 'addCase': {
      const branch = actionOf(now, change.node);
      const key = branch && (await askCase(branch));
      const to = key === undefined || !branch ? undefined : await askTarget(now, branch);
      if (key === undefined || to === undefined) return undefined;
      return { edits: addWay(drawn(), change.node, key, to, newId) };
    }
    case 'set': {
      const edits = setField(now, change.node, change.path, change.value);
      return edits?.length === 0 ? undefined : { edits };
    }
    case 'target':
      return { edits: setFieldTarget(now, change.node, change.path, change.to, newId) };
    case 'addPart':
      return { edits: addPart(now, change.node, change.path, change.name) };
    case 'removePart':
      return { edits: removePart(now, change.node, change.path) };
  }
}
