import type { DebugProtocol } from '@vscode/debugprotocol';
import type { DebugDesk } from './desk';
import { type BreakpointSource, documentSource, listingSource } from './placed';

/** Where the actions of a source are looked up; undefined where the source is neither the flow nor a list that runs in it. */
export function sourceAt(
  desk: DebugDesk,
  { path, sourceReference }: DebugProtocol.Source,
): BreakpointSource | undefined {
  const { document } = desk.running();
  const listing = sourceReference ? desk.listings.byReference(sourceReference) : undefined;
  if (listing) return listingSource(listing);
  const isDocument = path !== undefined && normal(desk.host.resolve(path)) === normal(document.path);
  return isDocument ? documentSource(document) : undefined;
}

/** Editors write the letter of a drive in either case. */
const normal = (path: string) => path.replace(/^[a-z]:/, (drive) => drive.toUpperCase()).replaceAll('\\', '/');
