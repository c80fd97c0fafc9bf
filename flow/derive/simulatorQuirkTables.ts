import { quirks, type SimulatorQuirk } from '../simulator';
import { bounds } from '../simulator/run/bounds';
import { markdownTable } from './markdownTable';

/** The deviations that the simulator knows, as blocks of docs/simulate.md: those that `documented` leaves out, those in both, and those only suspected; and the simulator's own bounds. */
export function simulatorQuirkTables(): Readonly<Record<'deviations' | 'inBoth' | 'suspected' | 'bounds', string>> {
  return {
    deviations: renderQuirks('Its engine does', ({ deviates }) => deviates),
    inBoth: renderQuirks('Its engine does', ({ deviates, suspected }) => !deviates && !suspected),
    suspected: renderQuirks('Its engine may do', ({ suspected = false }) => suspected),
    bounds: markdownTable(
      ['Name', 'Bound'],
      Object.entries(bounds).map(([name, { doc }]) => [`\`${name}\``, doc]),
    ),
  };
}

function renderQuirks(heading: string, belongs: (quirk: SimulatorQuirk) => boolean): string {
  return markdownTable(
    ['Name', 'VoIPbin documents', heading],
    quirks.filter(belongs).map(({ name, documented, observed }) => [`\`${name}\``, documented, observed]),
  );
}
