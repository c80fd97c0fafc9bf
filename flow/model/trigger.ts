import { findShape } from '../catalog/documents';
import type { Trigger } from '../catalog/referenceTypes';
import { member, textOf } from '../json/node';
import type { FlowModel, Scope } from './flowModel';

/** What a list of actions runs on, if the document says so. Otherwise what the user says about all flows. */
export function triggerOf({ shape, body }: FlowModel, scope: Scope, configured?: Trigger): Trigger | undefined {
  if (scope.owner) return 'call';
  const fixed = findShape(shape).trigger;
  if (fixed) return fixed;
  if (shape !== 'campaign') return configured;
  const type = textOf(member(body, 'type'));
  return type === 'call' ? 'call' : type === 'flow' ? 'api' : undefined;
}
