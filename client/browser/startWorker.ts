import * as vscode from 'vscode';

/** Runs a file of the extension in a web worker. VS Code starts workers from no remote file, so the file is read and handed over. */
export async function startWorker(file: vscode.Uri): Promise<Worker> {
  const source = await vscode.workspace.fs.readFile(file);
  const url = URL.createObjectURL(new Blob([Uint8Array.from(source)], { type: 'text/javascript' }));
  return new Worker(url);
}
