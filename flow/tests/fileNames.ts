import { withoutFlowEnding } from '../model/flowFileName';

const testName = /\.flow\.test\.jsonc?$/i;

/** Whether a file is a test file by its name. */
export function isTestFileName(name: string): boolean {
  return testName.test(name);
}

/** The names that the flow beside a test file can have, the likeliest first. */
export function flowNamesFor(name: string): readonly string[] {
  const base = name.replace(testName, '');
  return [`${base}.flow.json`, `${base}.flow.jsonc`];
}

/** The names that the test file beside a flow can have, the likeliest first. */
export function testNamesFor(name: string): readonly string[] {
  const base = withoutFlowEnding(name);
  return [`${base}.flow.test.json`, `${base}.flow.test.jsonc`];
}
