/** Whether a file is in the form for authors, by its name, path or URI: with comments, trailing commas and names, which VoIPbin does not accept. */
export function isJsonc(name: string): boolean {
  return /\.jsonc$/i.test(name);
}
