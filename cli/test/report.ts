import type { CaseResult, Failure, FlowModel } from '../../flow';

export interface TestPlace {
  /** Both from 1, columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

/** An expectation that was not met, with its place in the test file. */
export interface ReportedFailure extends Failure, TestPlace {}

export interface ReportedCase extends Omit<CaseResult, 'failures'>, TestPlace {
  readonly failures: readonly ReportedFailure[];
  /** Real ms that it took to run. */
  readonly took: number;
}

/** Why a file was not run. */
export interface ReportedFault extends Partial<TestPlace> {
  readonly message: string;
}

/** What became of one test file. */
export interface TestReport {
  readonly path: string;
  /** The file of the flow; undefined where it is not known. */
  readonly flow: string | undefined;
  /** The flow itself, where it was read. */
  readonly model: FlowModel | undefined;
  readonly faults: readonly ReportedFault[];
  readonly cases: readonly ReportedCase[];
}

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** Files that were not run. */
  readonly unread: number;
}

/** How the results of file after file are written. */
export interface Reporter {
  readonly begin: string;
  file(report: TestReport): string;
  end(totals: Totals): string;
}

/** `file:line:column`, as far as it is known. */
export function placeText(path: string, { line, column }: Partial<TestPlace>): string {
  return line === undefined ? path : `${path}:${line}:${column ?? 1}`;
}

/** The names of the expectations that failed on the way from the root: `expect.says[1]`. */
export function expectationName({ at }: Pick<Failure, 'at'>): string {
  const parts = at.slice(at.indexOf('expect') + 1);
  return parts.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? part : `${name}.${part}`;
  }, '');
}
