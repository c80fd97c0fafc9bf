import { flowReferences, member, type Place } from '../../flow';
import { contentOf, type ReadDocument } from '../text/rangeOf';
import type { Workspace } from './workspace';

/** A flow of VoIPbin that an offset means. */
export interface FlowAt {
  /** The ids by which values name it; a file can stand for several, one for each profile. */
  readonly ids: readonly string[];
  /** What stands there, without quotes. */
  readonly place: Place;
  /** The name of the document's own flow stands there, not a value that names a flow. */
  readonly isOwn: boolean;
}

/** The flow that is named at an offset: by a value that refers to one, or by the `name` of a document that stands for one. */
export function flowAt({ uri, model }: ReadDocument, offset: number, workspace: Workspace): FlowAt | undefined {
  const reference = flowReferences(model).find(({ node }) => node.offset <= offset && offset <= node.end);
  if (reference) return { ids: [reference.id], place: contentOf(model.text, reference.node), isOwn: false };
  const name = member(model.body ?? model.root, 'name');
  const start = name?.key?.offset ?? name?.offset;
  if (!name || start === undefined || offset < start || offset > name.end) return undefined;
  const ids = workspace.file(uri)?.ids ?? [];
  return ids.length === 0 ? undefined : { ids, place: contentOf(model.text, name), isOwn: true };
}
