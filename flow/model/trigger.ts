import { findShape, type ShapeName } from '../catalog/documents';
import type { Trigger } from '../catalog/referenceTypes';
import { member, textOf } from '../json/node';
import type { FlowModel, Scope } from './flowModel';

/** What a list of actions runs on, if the document says so. Otherwise what the user says about all flows. */
export function triggerOf({ shape, body }: FlowModel, scope: Scope, configured?: Trigger): Trigger | undefined {
  if (scope.owner) return 'call';
  const told = triggerOfDocument(shape, textOf(member(body, 'type')));
  return told ?? (shape === 'campaign' ? undefined : configured);
}

/** What a kind of document starts its actions on; of a campaign its `type` tells. Undefined where the document does not tell. */
export function triggerOfDocument(shape: ShapeName, type: string | undefined): Trigger | undefined {
  if (shape !== 'campaign') return findShape(shape).trigger;
  return type === 'call' ? 'call' : type === 'flow' ? 'api' : undefined;
}
