import { grouped } from '../text/grouped';
import type { FlowFile, Workspace } from './workspace';

/**
 * The other files that name a variable and in which it is the same one as in a file: both can run in one call, one leading to the other or a third to both,
 * by ways that hand variables on. Two flows that share nothing but a subroutine without the variable have variables of their own, and so has the flow
 * of a new call.
 */
export function variableKin(workspace: Workspace, uri: string, name: string): readonly FlowFile[] {
  const files = workspace.files();
  const start = files.find((file) => file.uri === uri);
  if (!start || !files.some(({ facts }) => facts.handsOn.size > 0)) return [];
  const together = runsOf(files).map((run) => run.filter(({ facts }) => facts.variables.has(name)));
  const found = new Set([start]);
  // It grows while it is gone through.
  for (const file of found) {
    for (const run of together) if (run.includes(file)) for (const other of run) found.add(other);
  }
  return [...found].slice(1);
}

/** For each file that hands its variables on: itself and all that can run behind it with them. */
function runsOf(files: readonly FlowFile[]): FlowFile[][] {
  const filesOf = grouped(files.flatMap((file) => file.ids.map((id) => [id, file] as const)));
  const follow = (root: FlowFile) => {
    const run = new Set([root]);
    for (const { facts } of run) {
      for (const id of facts.handsOn) for (const next of filesOf.get(id) ?? []) run.add(next);
    }
    return [...run];
  };
  return files.filter(({ facts }) => facts.handsOn.size > 0).map(follow);
}
