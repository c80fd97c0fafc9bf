/**
 * Test files: what they say, what becomes of their cases, and which ways of a flow they take. Nothing here needs a disk or an editor.
 *
 * ```ts
 * const { file, faults } = readTestFile(text);
 * const flow = readTestedFlow(flowText);
 * for (const { name, failures } of runningTests(flow, file)) console.log(name, failures);
 * ```
 */
export { addCases, addingCases } from './addCases';
export { caseOf, type RecordedCase, type SeenPlaced, type SeenRun } from './caseOf';
export { caseOfCall, type SeenAction, type SeenCall } from './caseOfCall';
export {
  type ActionCoverage,
  type Coverage,
  type CoverageCounter,
  countCoverage,
  type EdgeCoverage,
} from './coverage';
export type { Failure } from './failure';
export { type Figure, type Figures, figuresOf, percentOf } from './figures';
export { flowNamesFor, isTestFileName, testNamesFor } from './fileNames';
export { generatingCases } from './generateCases';
export { lcovOf } from './lcov';
export { type DiffLine, lineDiff } from './lineDiff';
export { describeFaultyFlow, describeMissingFlow } from './missingFlow';
export { nodeAt } from './nodeAt';
export { type ReadTestFile, readBegunTestFile, readTestFile, type TestFileFault } from './readTestFile';
export { type CaseResult, type CaseRun, caseRun, runningTests } from './runTests';
export { readTestedFlow, type TestedFlow } from './testedFlow';
export type { Expectation, TestCase, TestFile } from './testFile';
export { whyNoCase } from './whyNoCase';
