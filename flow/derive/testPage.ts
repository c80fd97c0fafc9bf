import { type TestFileKey, testFileKeys } from '../tests/schemaTables';
import { markdownTable } from './markdownTable';

/** The keys of test files as blocks of docs/tests.md. */
export function testPageBlocks(): Readonly<Record<'fileKeys' | 'caseKeys' | 'expectKeys' | 'sendsKeys', string>> {
  const keys = testFileKeys();
  return {
    fileKeys: table(keys.file),
    caseKeys: table(keys.case),
    expectKeys: table(keys.expect),
    sendsKeys: table(keys.sends),
  };
}

function table(keys: readonly TestFileKey[]): string {
  return markdownTable(
    ['Key', 'Needed', 'What it says'],
    keys.map(({ name, isNeeded, doc }) => [`\`${name}\``, isNeeded ? 'yes' : '', doc]),
  );
}
