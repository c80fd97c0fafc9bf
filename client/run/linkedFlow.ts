import type { FlowModel } from '../../flow';
import type { FlowBody } from '../api/bodies';
import { isSameTime } from '../api/parseTime';
import type { Flow } from '../api/resources';
import { asStored, comparableFlow, documentFlow, flowText } from './flowBody';
import type { FlowLink } from './flowLinks';

/** The link of a file to a registered flow that has just been read or written as this body. */
export async function flowLinkTo({ id, tm_update }: Flow, body: FlowBody): Promise<FlowLink> {
  return { flowId: id, name: body.name, tmUpdate: tm_update, digest: await digestOfFlow(body) };
}

/**
 * The link of a document after a look at the server: from then on the document differs if it differs from what VoIPbin has now.
 *
 * `tmUpdate` stays, so that an update still says that the flow was changed elsewhere.
 */
export async function comparedWith(there: Flow, link: FlowLink, document: FlowModel): Promise<FlowLink> {
  if (link.digest !== undefined && isSameTime(there.tm_update, link.tmUpdate)) return link;
  const flow = documentFlow(document);
  if (!flow) return link;
  const name = there.name ?? link.name;
  const here = asStored({ ...flow, name: flow.name ?? name });
  return { ...link, name, digest: await digestOfFlow(comparableFlow(there, here)) };
}

/** A digest of a flow as VoIPbin keeps it: it stays the same as long as the flow does, and says nothing of what is in it. */
async function digestOfFlow(flow: FlowBody): Promise<string> {
  const bytes = new TextEncoder().encode(flowText(asStored(flow)));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a document holds another flow than the registered one that it stands for, as VoIPbin last answered; undefined if that is unknown. */
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
