import { posix } from 'node:path';
import { listFiles, readText } from './repository';

export interface Import {
  readonly from: string;
  /** A path from the root, or the name of a package. */
  readonly to: string;
}

/** What every source file imports, types as well. */
export const listImports = (): Import[] =>
  ['flow', 'server', 'client', 'sandbox', 'cli']
    .flatMap(listFiles)
    .filter((path) => path.endsWith('.ts'))
    .flatMap((from) =>
      [...readText(from).matchAll(/(?:(?:^|\s)(?:from|import) |\bimport\()'([^']+)'/g)].map(([, name = '']) => ({
        from,
        to: name.startsWith('.') ? posix.join(posix.dirname(from), name) : name,
      })),
    );
