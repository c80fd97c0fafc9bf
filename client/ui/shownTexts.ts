import * as vscode from 'vscode';

/** Of what is shown and is in no file. */
export const shownScheme = 'voipbin-text';

/**
 * Texts that are shown in editors and are in no file: the two sides of a difference, registered flows that run.
 *
 * They are files of a file system that cannot be written to, so that VS Code shows them as what they are, and nothing reports problems in them.
 */
export function showTexts(context: vscode.ExtensionContext) {
  const texts = new Map<string, Uint8Array>();
  let count = 0;
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider(shownScheme, readOnly(texts), {
      isCaseSensitive: true,
      isReadonly: true,
    }),
  );
  const put = (path: string, text: string) => {
    texts.set(path, new TextEncoder().encode(text));
    return vscode.Uri.from({ scheme: shownScheme, path });
  };
  return {
    /** Keeps a text under a name as long as VS Code runs; the same text under the same name is there once. */
    keep(name: string, text: string) {
      const file = name.replace(/[^\p{L}\p{N}._ -]/gu, '_');
      const same = [...texts].find(
        ([path, bytes]) => path.endsWith(`/${file}.flow.json`) && new TextDecoder().decode(bytes) === text,
      );
      return put(same?.[0] ?? `/${++count}/${file}.flow.json`, text);
    },
    add(left: string, right: string) {
      const number = ++count;
      // The ending makes VS Code color them as flows.
      const uris = {
        left: put(`/${number}/registered.flow.json`, left),
        right: put(`/${number}/file.flow.json`, right),
      };
      const remove = () => {
        for (const { path } of [uris.left, uris.right]) texts.delete(path);
      };
      return { ...uris, remove };
    },
  };
}

function readOnly(texts: ReadonlyMap<string, Uint8Array>): vscode.FileSystemProvider {
  const unchanging = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const refuse = (uri: vscode.Uri) => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const find = (uri: vscode.Uri) => {
    const text = texts.get(uri.path);
    if (!text) throw vscode.FileSystemError.FileNotFound(uri);
    return text;
  };
  return {
    onDidChangeFile: unchanging.event,
    watch: () => ({ dispose() {} }),
    stat: (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: find(uri).byteLength }),
    readFile: find,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
