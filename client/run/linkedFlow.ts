import type { FlowModel } from '../../flow/model/flowModel';
import type { FlowBody } from '../api/bodies';
import type { Flow } from '../api/resources';
import { documentFlow, flowText, storedFlow } from './flowBody';
import type { FlowLink } from './flowLinks';

/** The link of a file to a registered flow that has just been read or written as this body. */
export async function linkTo({ id, tm_update }: Flow, body: FlowBody): Promise<FlowLink> {
  return { flowId: id, name: body.name, tmUpdate: tm_update, digest: await digestOfFlow(body) };
}

/** A digest of a flow as VoIPbin keeps it: it stays the same as long as the flow does, and says nothing of what is in it. */
async function digestOfFlow(flow: FlowBody): Promise<string> {
  const bytes = new TextEncoder().encode(flowText(storedFlow(flow)));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a document holds another flow than the registered one that it stands for, as that was last read or written; undefined if that is unknown. */
export async function differsFromRegistered(model: FlowModel, link: FlowLink): Promise<boolean | undefined> {
  if (link.digest === undefined) return undefined;
  const flow = documentFlow(model);
  if (!flow) return true;
  return (await digestOfFlow({ ...flow, name: flow.name ?? link.name })) !== link.digest;
}

/** The link as people read it, for a lens and the status bar. */
export function linkText({ name }: FlowLink, differs: boolean | undefined): string {
  return `Registered as "${name}"${differs ? ', differs from the server' : ''}`;
}
