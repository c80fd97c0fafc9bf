import type { Edit } from '../../flow';
import type { AnsweredEdit } from './askMissing';
import type { Drawn } from './drawn';
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

/** The edits of a change. */
export interface Asked {
  /** Undefined where it cannot be made. */
  readonly edits: readonly Edit[] | undefined;
  /** Which action is chosen afterwards: the one that is new, or the one that was moved. */
  readonly chosen?: 'added' | 'moved';
}

/** The edits that an author asks for in a picture; undefined where the text says it already. */
export function editsFor(change: AnsweredEdit, drawn: Drawn, newId: () => string): Asked | undefined {
  if (!fitsBox(drawn, change)) return { edits: undefined };
  switch (change.edit) {
    case 'add':
      return { edits: change.action && addOnEdge(drawn, change.edge, change.action, newId), chosen: 'added' };
    case 'addAfter':
      return { edits: change.action && addAfter(drawn, change.node, change.action, newId), chosen: 'added' };
    case 'delete':
      return { edits: deleteNode(drawn, change.node, newId) };
    case 'duplicate':
      return { edits: duplicate(drawn, change.node, newId), chosen: 'added' };
    case 'move':
      return { edits: moveBy(drawn, change.node, change.by, newId), chosen: 'moved' };
    case 'moveOnto':
      return { edits: moveOntoEdge(drawn, change.node, change.edge, newId), chosen: 'moved' };
    case 'refactor': {
      const { node: key, until, name } = change;
      return { edits: refactor(drawn, { key, until }, name, newId) };
    }
    case 'lead':
      return { edits: change.to === undefined ? undefined : leadEdge(drawn, change.edge, change.to, newId) };
    case 'removeWay':
      return { edits: removeWay(drawn, change.edge, newId) };
    case 'addCase': {
      const { node, value, to } = change;
      return { edits: value === undefined || to === undefined ? undefined : addWay(drawn, node, value, to, newId) };
    }
    case 'set':
      return unlessSame(setField(drawn, change.node, change.path, change.value));
    case 'target':
      return unlessSame(setFieldTarget(drawn, change.node, change.path, change.to, newId));
    case 'addPart':
      return { edits: addPart(drawn, change.node, change.path, change.name) };
    case 'removePart':
      return { edits: removePart(drawn, change.node, change.path) };
  }
}

const unlessSame = (edits: readonly Edit[] | undefined): Asked | undefined =>
  edits?.length === 0 ? undefined : { edits };
