/**
 * Whether a text can be a flow at all. It is found without reading the JSON and without the catalog, so that other JSON files cost nothing:
 * every flow has types, and is a list or has `actions` or an `option`.
 */
export function mayBeFlowText(text: string): boolean {
  return /"type"/i.test(text) && (!/^\s*\{/.test(text) || /"(?:actions|option)"/iu.test(text));
}
