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

/** The names that source files import from a path from the root, as it exports them. */
export const listImportedNames = (path: string): { readonly from: string; readonly name: string }[] =>
  ['flow', 'server', 'client', 'sandbox', 'cli']
    .flatMap(listFiles)
    .filter((from) => from.endsWith('.ts'))
    .flatMap((from) =>
      [...readText(from).matchAll(/\{([^}]*)\}\s+from '(\.[^']+)'/g)]
        .filter(([, , to = '']) => posix.join(posix.dirname(from), to) === path)
        .flatMap(([, names = '']) => names.split(',').map((name) => ({ from, name: nameOf(name) }))),
    );

/** The names that a source file exports. */
export function listExports(path: string): string[] {
  const text = readText(path);
  const declared = [...text.matchAll(/^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm)];
  const led = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)];
  return [...declared.map(([, name = '']) => name), ...led.flatMap(([, names = '']) => names.split(',').map(nameOf))];
}

/** `a` of `type a`, and of `a as b`. */
const nameOf = (text: string): string => /^\s*(?:type )?(\w*)/.exec(text)?.[1] ?? '';
