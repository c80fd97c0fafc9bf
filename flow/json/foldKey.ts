/**
 * A key as VoIPbin compares it: without regard to case, and with the long s and the Kelvin sign as letters.
 *
 * Source: Go `encoding/json` `foldName`.
 */
export function foldKey(name: string): string {
  const lower = name.toLowerCase();
  return lower.includes('\u017f') ? lower.replaceAll('\u017f', 's') : lower;
}
