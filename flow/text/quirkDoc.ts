import type { Quirk } from '../catalog/field';

/** What VoIPbin documents and what its engine does, one paragraph for each difference, as Markdown. */
export function renderQuirks(quirks: readonly Quirk[] | undefined): string[] {
  return (quirks ?? []).map(
    ({ documented, observed }) => `**VoIPbin documents:** ${documented}  \n**Its engine:** ${observed}`,
  );
}
