import type { FlowLinks } from './flowLinks';

/** A document as it is when something happens to it. */
export interface SeenDocument {
  readonly uri: string;
  readonly isUntitled: boolean;
  text(): string;
}

/**
 * Keeps each link to a registered flow with the document that it was made for: when that is saved to a file, renamed, deleted or closed.
 *
 * A link that stayed with `untitled:Untitled-1` would make the next document of that name count as the registered flow.
 */
export function followDocuments(links: FlowLinks, openDocuments: () => readonly SeenDocument[]) {
  const isLinked = (uri: string) => links.uris().includes(uri);
  const forget = (gone: string) => links.change((uri) => (uri === gone ? undefined : uri));
  /** Documents without a file that are open, by address. */
  const untitled = new Set<string>();

  return {
    /**
     * A document was opened or saved. VS Code opens or fills the file before it closes the editor without one, so that both have the same text; a
     * formatter may have run in between.
     */
    async appeared(file: SeenDocument): Promise<void> {
      if (file.isUntitled) {
        // A new one has no link yet: what there is was left by a command that ended after an earlier one was closed.
        if (!untitled.has(file.uri)) await forget(file.uri);
        untitled.add(file.uri);
        return;
      }
      if (isLinked(file.uri)) return;
      const linked = openDocuments().filter(({ uri, isUntitled }) => isUntitled && isLinked(uri));
      if (linked.length === 0) return;
      const from = linked.find((document) => isSameText(document.text(), file.text()));
      if (from) await links.change((uri) => (uri === from.uri ? file.uri : uri));
    },
    /** A document was closed. Where it is still open, only its language has changed. */
    async closed({ uri: gone, isUntitled }: SeenDocument): Promise<void> {
      if (!isUntitled || openDocuments().some(({ uri }) => uri === gone)) return;
      untitled.delete(gone);
      await forget(gone);
    },
    /** A file or a folder has another address. */
    async renamed(from: string, to: string): Promise<void> {
      await links.change((uri) => (isWithin(uri, from) ? to + uri.slice(from.length) : uri));
    },
    /** A file or a folder is gone. */
    async deleted(gone: string): Promise<void> {
      await links.change((uri) => (isWithin(uri, gone) ? undefined : uri));
    },
    /** VS Code has started; of documents without a file, those that it has brought back keep their links. */
    async started(broughtBack: readonly string[]): Promise<void> {
      for (const uri of broughtBack) untitled.add(uri);
      await links.change((uri) => (uri.startsWith('untitled:') && !broughtBack.includes(uri) ? undefined : uri));
    },
  };
}

const isWithin = (uri: string, place: string) => uri === place || uri.startsWith(`${place}/`);

const withoutSpace = (text: string) => text.replace(/\s+/g, '');

/** Whether two texts differ at most by what a formatter does. */
export const isSameText = (text: string, other: string): boolean => withoutSpace(text) === withoutSpace(other);
