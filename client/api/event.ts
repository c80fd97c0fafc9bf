import { hasMembers } from './exactJson';
import { readJson } from './readJson';
import { type Activeflow, activeflowSchema, type Call, callSchema } from './resources';

/** Something that VoIPbin says has changed. */
export type VoipbinEvent =
  | { readonly resource: 'call'; readonly type: string | undefined; readonly call: Call }
  | { readonly resource: 'activeflow'; readonly type: string | undefined; readonly activeflow: Activeflow }
  | { readonly resource: 'other'; readonly type: string | undefined; readonly data: unknown };

/**
 * What a message of the event stream says; undefined when it is not JSON object.
 *
 * Today's server sends the bare resource, so what it is shows by its fields; older ones wrap it as `{type, data}`.
 * Source: bin-webhook-manager/pkg/webhookhandler/routingkey.go.
 */
export function readEvent(text: string): VoipbinEvent | undefined {
  let message: unknown;
  try {
    message = readJson(text);
  } catch {
    return undefined;
  }
  if (!hasMembers(message)) return undefined;
  const wrapped = typeof message.type === 'string' && hasMembers(message.data);
  const type = wrapped ? String(message.type) : undefined;
  const data = wrapped ? message.data : message;
  if (hasMembers(data) && 'direction' in data) {
    const call = callSchema.safeParse(data);
    if (call.success) return { resource: 'call', type, call: call.data };
  }
  if (hasMembers(data) && 'current_action' in data) {
    const activeflow = activeflowSchema.safeParse(data);
    if (activeflow.success) return { resource: 'activeflow', type, activeflow: activeflow.data };
  }
  return { resource: 'other', type, data };
}
