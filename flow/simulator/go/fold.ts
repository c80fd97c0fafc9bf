/** Go's case folding of keys, which takes the long s and the Kelvin sign for letters too. */
export function fold(key: string): string {
  return key.replaceAll('\u017f', 's').toLowerCase();
}
