/**
 * A key as VoIPbin compares it: without regard to case, and with the long s and the Kelvin sign as letters.
 *
 * Source: Go `encoding/json` `foldName`.
 */
export function foldKey(name: string): string {
  // Nearly all keys are in small letters of ASCII, and looking takes less time than making another text.
  for (let at = 0; at < name.length; at++) if (!isPlain(name.charCodeAt(at))) return fold(name);
  return name;
}

const isPlain = (code: number) => code < 65 || (code > 90 && code < 128);

function fold(name: string): string {
  const lower = name.toLowerCase();
  return lower.includes('\u017f') ? lower.replaceAll('\u017f', 's') : lower;
}
