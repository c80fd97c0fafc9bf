/** Whether a file is a flow by its name, path or URI: `*.flow.json` and `*.flow.jsonc`. */
export function isFlowFileName(name: string): boolean {
  return /\.flow\.jsonc?$/i.test(name);
}

/** The name of a file without the ending of a flow, or of any JSON file. */
export function withoutFlowEnding(name: string): string {
  return name.replace(/(?:\.flow)?\.jsonc?$/i, '');
}
