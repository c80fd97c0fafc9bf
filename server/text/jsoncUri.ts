/** The URI that a document gets as the form for authors; undefined where it is in no file, or in one of another kind. */
export function jsoncUri(uri: string): string | undefined {
  return /^(?!untitled:).*\.json$/i.test(uri) ? `${uri}c` : undefined;
}
