/** That none of the files is there in which the flow of a test file can be, in two or three sentences; `isNamed`: the test file says which. */
export function describeMissingFlow(names: readonly string[], isNamed: boolean): string {
  const advice = isNamed ? 'Correct `flow`.' : 'Name the file of the flow with `flow`.';
  return `There is no flow ${names.join(' or ')}. No case of the file runs. ${advice}`;
}

/** That a file is not a flow; `fault` is the rest of a sentence behind its name. */
export function describeFaultyFlow(name: string, fault: string): string {
  return `${name} ${fault}. No case of the file runs.`;
}
