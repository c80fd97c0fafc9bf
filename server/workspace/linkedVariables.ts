import type { LinkedVariables } from '../../flow';
import { grouped } from '../text/grouped';
import type { FlowFile, Workspace } from './workspace';

/**
 * What is known of the other flows that share their variables with a file, asked of the workspace as it is now, for many files at the cost of one look
 * at it. The files are those that can run in one call with it: one leads to the other, or a third to both, by ways that hand variables on.
 */
export function linkedVariables(workspace: Workspace): (uri: string) => LinkedVariables | undefined {
  const files = workspace.files();
  // Mostly no flow names another.
  if (!files.some(({ facts }) => facts.handsOn.size > 0)) return () => undefined;
  const byUri = new Map(files.map((file) => [file.uri, file]));
  const byId = grouped(files.flatMap((file) => file.ids.map((id) => [id, file] as const)));
  const nextOf = ({ facts }: FlowFile) => [...facts.handsOn].flatMap((id) => byId.get(id) ?? []);
  const before = grouped(files.flatMap((file) => nextOf(file).map((next) => [next, file] as const)));
  const isUnknown = ({ facts }: FlowFile) => [...facts.handsOn].some((id) => !byId.has(id));
  return (uri) => {
    const own = byUri.get(uri);
    if (!own) return undefined;
    const together = follow(
      follow([own], (file) => before.get(file) ?? []),
      nextOf,
    );
    const others = [...together].filter((file) => file !== own);
    if (others.length === 0) return undefined;
    return {
      names: [...new Set(others.flatMap(({ facts }) => [...facts.sets]))].sort(),
      any: together.size >= maxTogether || others.some((file) => file.facts.setsAny || isUnknown(file)),
      isLedTo: (before.get(own) ?? []).some((file) => file !== own),
    };
  };
}

/** More flows than run in one call: of what more than these set, nothing is known. */
const maxTogether = 200;

/** The files and all that is reached from them, up to as many as are looked at. */
function follow(starts: Iterable<FlowFile>, step: (file: FlowFile) => readonly FlowFile[]): ReadonlySet<FlowFile> {
  const found = new Set(starts);
  // It grows while it is gone through.
  for (const file of found) for (const next of step(file)) if (found.size < maxTogether) found.add(next);
  return found;
}
