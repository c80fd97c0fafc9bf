import { actionsOf, type Drawn } from './drawn';
import type { PictureEdit } from './pictureProtocol';

/** What is done with one action, and not with a straight run that is one box. */
const ofOne: ReadonlySet<PictureEdit['edit']> = new Set([
  'duplicate',
  'move',
  'moveOnto',
  'addCase',
  'set',
  'target',
  'addPart',
  'removePart',
]);

/** Whether a change can be made of what a box is: one action, or a straight run. */
export const fitsBox = (drawn: Drawn, change: PictureEdit): boolean =>
  !('node' in change) || !ofOne.has(change.edit) || actionsOf(drawn, change.node).length < 2;
