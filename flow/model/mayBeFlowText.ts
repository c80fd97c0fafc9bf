/**
 * Whether a text can be a flow at all. It uses neither a JSON parser nor the catalog, so other JSON files cost nothing. Every flow has types,
 * and is a list or has `actions` or an `option`.
 */
export function mayBeFlowText(text: string): boolean {
  return /"type"/i.test(text) && (!/^\s*\{/.test(text) || /"(?:actions|option)"/iu.test(text));
}
