import type { Diagnostic } from 'vscode-languageserver';

/** The id of what was found in a file, the same as long as the same is found, so that a client which has it already is not sent it again. */
export type ResultIds = (uri: string, found: readonly Diagnostic[]) => string;

/** More than a workspace is told of; what is forgotten is sent once more. */
const maxKept = 2000;

/** `session` tells this run of the server from every other: a client can outlive it, and has its ids. */
export function createResultIds(session: () => string): ResultIds {
  const known = new Map<string, { readonly text: string; readonly id: string }>();
  let prefix: string | undefined;
  let count = 0;
  return (uri, found) => {
    const text = JSON.stringify(found);
    const before = known.get(uri);
    prefix ??= session();
    const id = before?.text === text ? before.id : `${prefix} ${++count}`;
    known.delete(uri);
    known.set(uri, { text, id });
    for (const [oldest] of known) if (known.size > maxKept) known.delete(oldest);
    return id;
  };
}
