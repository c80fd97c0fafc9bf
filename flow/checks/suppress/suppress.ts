import type { FlowModel } from '../../model/flowModel';
import type { Finding } from '../check';
import type { SilencedCode, UnusedCode } from './suppression';
import { listSuppressions } from './suppressions';

/** The findings that comments leave, and the codes in comments that silence none. */
export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly unused: readonly UnusedCode[];
}

/** What cannot be silenced: VoIPbin refuses such a text, and a comment that does nothing is there to be read. */
const loud: ReadonlySet<string> = new Set(['json-syntax', 'suppress-unused']);

/** Leaves out the findings that comments of the document silence. */
export function suppress(model: FlowModel, findings: readonly Finding[]): Suppressed {
  const suppressions = listSuppressions(model);
  if (suppressions.length === 0) return { findings, unused: [] };
  const used = new Set<SilencedCode>();
  const left = findings.filter(({ code, offset }) => {
    if (loud.has(code)) return true;
    let silent = false;
    for (const { silences, codes } of suppressions) {
      if (offset < silences.offset || offset > silences.end) continue;
      for (const silenced of codes) {
        if (silenced.code !== code) continue;
        used.add(silenced);
        silent = true;
      }
    }
    return !silent;
  });
  const unused = suppressions.flatMap((suppression) =>
    suppression.codes.filter((code) => !used.has(code)).map((silenced) => ({ suppression, silenced })),
  );
  return { findings: left, unused };
}
