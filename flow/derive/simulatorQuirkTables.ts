import { quirks } from '../simulator';
import { markdownTable } from './markdownTable';

/** The deviations that the simulator knows, as blocks of docs/simulate.md: those that `documented` leaves out, and the others. */
export function simulatorQuirkTables(): Readonly<Record<'deviations' | 'inBoth', string>> {
  return { deviations: renderQuirks(true), inBoth: renderQuirks(false) };
}

function renderQuirks(deviates: boolean): string {
  return markdownTable(
    ['Name', 'VoIPbin documents', 'Its engine does'],
    quirks
      .filter((quirk) => quirk.deviates === deviates)
      .map(({ name, documented, observed }) => [`\`${name}\``, documented, observed]),
  );
}
