import type { Check } from '../checks/check';
import { testJsonSchema } from '../tests/knownKeys';
import { deriveActionReference } from './actionReference';
import { deriveCheckReference } from './checkReference';
import { deriveDocumentReference } from './documentReference';
import { examplePictures } from './examplePictures';
import { deriveJsonSchema } from './jsonSchema';
import { deriveManifestSettings } from './manifestSettings';
import { replaceSettings } from './manifestText';
import { replaceBlocks } from './replaceBlocks';
import { deriveSettingsReference } from './settingsReference';
import { simulatorQuirkTables } from './simulatorQuirkTables';
import { deriveSnippets } from './snippets';
import { testPageBlocks } from './testPage';
import { deriveVariableReference } from './variableReference';

/** Files of which only a part is generated. */
export interface HandWritten {
  /** The text of package.json. */
  readonly manifest: string;
  /** The text of docs/simulate.md. */
  readonly simulatePage: string;
  /** The texts of the flows in examples/, by their names without extension. */
  readonly examples: Readonly<Record<string, string>>;
  /** The text of docs/tests.md. */
  readonly testPage: string;
}

/** The text that every generated file must have, by its path from the root of the repository. */
export function generatedFiles(
  checks: readonly Check[],
  { manifest, simulatePage, testPage, examples }: HandWritten,
): ReadonlyMap<string, string> {
  return new Map([
    ['package.json', replaceSettings(manifest, deriveManifestSettings(checks))],
    ['docs/simulate.md', replaceBlocks('docs/simulate.md', simulatePage, simulatorQuirkTables())],
    ['docs/tests.md', replaceBlocks('docs/tests.md', testPage, testPageBlocks())],
    ['schemas/flow.schema.json', json(deriveJsonSchema())],
    ['schemas/flow.test.schema.json', json(testJsonSchema())],
    ['schemas/flow-names.schema.json', json(deriveJsonSchema({ names: true }))],
    ['snippets/flow.json', json(deriveSnippets())],
    ['docs/actions.md', deriveActionReference()],
    ['docs/checks.md', deriveCheckReference(checks)],
    ['docs/documents.md', deriveDocumentReference()],
    ['docs/settings.md', deriveSettingsReference()],
    ['docs/variables.md', deriveVariableReference()],
    ...examplePictures(examples),
  ]);
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
