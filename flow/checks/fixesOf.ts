import type { FlowModel } from '../model/flowModel';
import type { CheckContext, Finding, Fix } from './check';
import { checks } from './checks';

/** What can be done about a finding, the best first. */
export function fixesOf(model: FlowModel, { code, problem }: Finding, context: CheckContext): readonly Fix[] {
  if (problem.fixes) return problem.fixes(context);
  const check = checks.find((one) => one.code === code);
  return typeof check?.fixes === 'function' ? check.fixes(model, problem, context) : [];
}

/** The codes whose fixes are never sure. */
export const unsureCodes: ReadonlySet<string> = new Set(
  checks.filter((check) => check.unsure || check.fixes === 'unsure').map((check) => check.code),
);
