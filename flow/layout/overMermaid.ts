/** Mermaid's own limits. Only the page that draws a text can change them: Mermaid ignores them in the text itself (`secure` of its configuration). */
const limits = {
  arrows: { most: 500, setting: 'maxEdges' },
  characters: { most: 50_000, setting: 'maxTextSize' },
} as const;

/** What of a picture is more than Mermaid draws unless its page allows it, a sentence each; none for most pictures. */
export function overMermaid(text: string, { edges }: { readonly edges: readonly unknown[] }): string[] {
  const figures = [['arrows', edges.length] as const, ['characters', text.length] as const];
  return figures.flatMap(([what, figure]) => {
    const { most, setting } = limits[what];
    if (figure <= most) return [];
    return `Mermaid draws at most ${most} ${what} unless the page sets \`${setting}\`. This picture has ${figure}.`;
  });
}
