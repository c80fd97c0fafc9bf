import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of the flows in examples/, by their names without extension. */
export function readExamples(root: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.flow.json'));
  return Object.fromEntries(
    names.sort().map((name) => [name.replace('.flow.json', ''), readFileSync(join(root, 'examples', name), 'utf8')]),
  );
}
