/**
 * The type of diagram that Mermaid's own parser finds in a text; rejects with its error where it finds none.
 *
 * Parsing needs no browser, but cleaning texts of HTML does: that is left out.
 */
export async function mermaidTypeOf(text: string): Promise<string> {
  const [{ default: purify }, { default: mermaid }] = await Promise.all([import('dompurify'), import('mermaid')]);
  Object.assign(purify, { addHook: () => {}, sanitize: (dirty: string) => dirty });
  return (await mermaid.parse(text)).diagramType;
}
