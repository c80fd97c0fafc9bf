/**
 * Test files: what they say, what becomes of their cases, and which ways of a flow they take. Nothing here needs a disk or an editor.
 *
 * ```ts
 * const { file, faults } = readTestFile(text);
 * const flow = readTestedFlow(flowText);
 * for (const { name, failures } of runningTests(flow, file)) console.log(name, failures);
 * ```
 */

export * from './actionNames'; // actions that an expectation names
export * from './addCases'; // adds cases to a test file
export * from './caseOf'; // a run as a case
export * from './caseOfCall'; // a past call as a case
export * from './checkTestNames'; // names that the flow does not have
export * from './coverage'; // what runs covered of a flow
export * from './failure'; // an expectation that was not met
export * from './faultOfFile'; // files that are not read
export * from './figures'; // coverage in figures
export * from './fileNames'; // which file belongs to which
export * from './forgetActions'; // removes expectations about actions
export * from './generateCases'; // a case for each way without one
export * from './lcov'; // coverage as LCOV
export * from './lineDiff'; // two texts side by side
export * from './listsMeant'; // the list of actions that a place means
export * from './missingFlow'; // a file that is not a flow
export * from './nodeAt'; // the node at a path
export * from './pattern/textPattern'; // texts and patterns of an expectation
export * from './readTestFile'; // reads a test file
export * from './roles'; // what a key of a test file means
export * from './runTests'; // runs a case
export * from './testedFlow'; // the flow of a test file, ready to run
export * from './testFile'; // the schema of test files
export * from './testNames'; // which flow a test file names
export * from './whyNoCase'; // why no case was made
