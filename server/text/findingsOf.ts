import { type CheckSettings, checkFlow, type Finding, type FlowModel, perModel } from '../../flow';

const bySettings = perModel(() => new Map<string, readonly Finding[]>());

/** The findings of a document under some settings: run once for diagnostics and for every code action on the same version. */
export function findingsOf(model: FlowModel, settings: CheckSettings): readonly Finding[] {
  const key = JSON.stringify(settings);
  const known = bySettings(model);
  const findings = known.get(key) ?? checkFlow(model, settings);
  known.set(key, findings);
  return findings;
}
