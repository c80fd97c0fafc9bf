import { printableJson } from '../printable';
import type { ReportedCase, Reporter, TestReport } from './report';

/** Results for programs. Lines and columns count from 1, times of calls are in ms. */
export function formatJson(): Reporter {
  const files: object[] = [];
  const notRun: string[] = [];
  return {
    begin: '',
    file: (report) => {
      files.push(fileJson(report));
      if (report.faults.length > 0) notRun.push(report.path);
      return '';
    },
    end: ({ passed, failed }) => `${printableJson({ passed, failed, notRun, files }, 2)}\n`,
  };
}

function fileJson({ path, flow, faults, cases }: TestReport): object {
  return { path, flow: flow ?? null, faults, cases: cases.map(caseJson) };
}

function caseJson({ name, index, line, column, failures, simulation, semantics }: ReportedCase): object {
  const { outcome, error, endedAt, used } = simulation.result;
  return {
    name,
    index,
    line,
    column,
    passed: failures.length === 0,
    semantics,
    outcome,
    error,
    duration: endedAt,
    used,
    failures: failures.map(({ at, place, expected, actual, ...failure }) => ({
      path: at,
      ...failure,
      expected: expected ?? null,
      actual: actual ?? null,
      action: place?.path ?? null,
    })),
  };
}
