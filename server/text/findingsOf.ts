import type { Finding } from '../../flow/checks/check';
import { type CheckSettings, runChecks } from '../../flow/checks/runChecks';
import type { FlowModel } from '../../flow/model/flowModel';
import { perModel } from '../../flow/model/perModel';

const bySettings = perModel(() => new Map<string, readonly Finding[]>());

/** The findings of a document under some settings: run once for diagnostics and for every code action on the same version. */
export function findingsOf(model: FlowModel, settings: CheckSettings): readonly Finding[] {
  const key = JSON.stringify(settings);
  const known = bySettings(model);
  const findings = known.get(key) ?? runChecks(model, settings);
  known.set(key, findings);
  return findings;
}
