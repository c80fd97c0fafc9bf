import * as vscode from 'vscode';

/** Of what is shown to be compared, and is no file. */
export const shownScheme = 'voipbin-text';

/** Texts that are shown in editors and are in no file: the two sides of a difference. */
export function showTexts(context: vscode.ExtensionContext) {
  const texts = new Map<string, string>();
  let count = 0;
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(shownScheme, {
      provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
    }),
  );
  const put = (path: string, text: string) => {
    texts.set(path, text);
    return vscode.Uri.from({ scheme: shownScheme, path });
  };
  return {
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
