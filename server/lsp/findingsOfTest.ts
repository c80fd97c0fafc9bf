import type { Diagnostic } from 'vscode-languageserver';
import { testDiagnostics } from '../features';
import type { FlowDocument } from './flowDocument';
import type { TestFiles } from './testFiles';

/** What is wrong in a test file for which its flow has to be known. */
export async function findingsOfTest(document: FlowDocument, testFiles: TestFiles): Promise<Diagnostic[]> {
  const { document: flow, ...found } = await testFiles.flowOf(document);
  return testDiagnostics(document, { ...found, model: flow?.model });
}
