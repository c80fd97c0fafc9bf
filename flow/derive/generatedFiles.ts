import type { Check } from '../checks/check';
import { deriveActionReference } from './actionReference';
import { deriveCheckReference } from './checkReference';
import { deriveDocumentReference } from './documentReference';
import { deriveJsonSchema } from './jsonSchema';
import { deriveManifestSettings } from './manifestSettings';
import { replaceSettings } from './manifestText';
import { readmeBlocks } from './readmeBlocks';
import { replaceBlocks } from './replaceBlocks';
import { simulatorQuirkTables } from './simulatorQuirkTables';
import { deriveSnippets } from './snippets';
import { deriveVariableReference } from './variableReference';

/** Files of which only a part is generated. */
export interface HandWritten {
  /** The text of package.json. */
  readonly manifest: string;
  /** The text of README.md. */
  readonly readme: string;
  /** The text of docs/simulate.md. */
  readonly simulatePage: string;
}

/** The text that every generated file must have, by its path from the root of the repository. */
export function generatedFiles(
  checks: readonly Check[],
  { manifest, readme, simulatePage }: HandWritten,
): ReadonlyMap<string, string> {
  return new Map([
    ['package.json', replaceSettings(manifest, deriveManifestSettings(checks))],
    ['README.md', replaceBlocks('README.md', readme, readmeBlocks(checks))],
    ['docs/simulate.md', replaceBlocks('docs/simulate.md', simulatePage, simulatorQuirkTables())],
    ['schemas/flow.schema.json', json(deriveJsonSchema())],
    ['snippets/flow.json', json(deriveSnippets())],
    ['docs/actions.md', deriveActionReference()],
    ['docs/checks.md', deriveCheckReference(checks)],
    ['docs/documents.md', deriveDocumentReference()],
    ['docs/variables.md', deriveVariableReference()],
  ]);
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
