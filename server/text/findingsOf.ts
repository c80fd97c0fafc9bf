import type { Finding } from '../../flow/checks/check';
import { type CheckSettings, runChecks } from '../../flow/checks/runChecks';
import type { FlowModel } from '../../flow/model/flowModel';

const known = new WeakMap<FlowModel, { readonly settings: string; readonly findings: readonly Finding[] }>();

/** The findings of a document under some settings: run once for diagnostics and for every code action on the same version. */
export function findingsOf(model: FlowModel, settings: CheckSettings): readonly Finding[] {
  const key = JSON.stringify(settings);
  const before = known.get(model);
  if (before?.settings === key) return before.findings;
  const findings = runChecks(model, settings);
  known.set(model, { settings: key, findings });
  return findings;
}
