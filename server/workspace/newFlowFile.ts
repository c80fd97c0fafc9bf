import type { Workspace } from './workspace';

/** The address for a new flow file beside another one, named after both and after no file that is known: `menu.flow.json` gives `menu-talk-welcome.flow.json`. */
export function newFlowFile(workspace: Workspace, beside: string, words: readonly string[]): string {
  const [, folder = '', base = '', ending = 'json'] = /^(.*\/)?(.*?)(?:\.flow)?(?:\.(jsonc?))?$/i.exec(beside) ?? [];
  const known = new Set(workspace.files().map(({ uri }) => uri));
  const name = [base, ...words].filter((word) => word !== '').join('-');
  for (let turn = 1; ; turn++) {
    const uri = `${folder}${name}${turn === 1 ? '' : `-${turn}`}.flow.${ending}`;
    if (!known.has(uri)) return uri;
  }
}
