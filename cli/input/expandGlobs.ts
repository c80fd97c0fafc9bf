import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether a path is a pattern such as `flows/*.flow.json`: it has a sign of patterns, and no file has this name. */
export const isGlob = (path: string): boolean => /[*?[{]/.test(path) && !existsSync(path);

/**
 * The paths that were named, and in place of each pattern the files and folders that match it, as a shell would put them there: scripts of npm run without
 * one on Windows, and quote patterns for `**`.
 *
 * `*`, `?`, `[…]` and `{…,…}` match within a name, `**` any folders. Hidden names, node_modules and links to folders match only where the pattern names
 * them. A pattern that matches nothing stays, so that it is told as missing.
 *
 * `enter` is told of each folder before it is looked into, and of those that are not there.
 */
export function expandGlobs(paths: readonly string[], enter: (folder: string) => void = () => {}): readonly string[] {
  return paths.flatMap((path) => {
    if (!isGlob(path)) return [path];
    const slashed = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
    const found = new Set(expandBraces(slashed).flatMap((pattern) => [...matches('', pattern.split('/'), enter)]));
    return found.size === 0 ? [path] : [...found];
  });
}

/** `{a,b}.json` as `a.json` and `b.json`, from the inside out. */
function expandBraces(pattern: string): readonly string[] {
  const [all = '', list = ''] = /\{([^{}]*,[^{}]*)\}/.exec(pattern) ?? [];
  if (all === '') return [pattern];
  return list.split(',').flatMap((choice) => expandBraces(pattern.replace(all, () => choice)));
}

function* matches(
  folder: string,
  [name, ...rest]: readonly string[],
  enter: (folder: string) => void,
): Generator<string> {
  if (name === undefined) {
    enter(dirname(folder));
    if (existsSync(folder)) yield folder;
  } else if (name === '**') {
    yield* matches(folder, rest.length === 0 ? ['*'] : rest, enter);
    for (const entry of entriesOf(folder, enter))
      if (entry.isDirectory() && !isPassedOver(entry.name))
        yield* matches(join(folder, entry.name), [name, ...rest], enter);
  } else if (!/[*?[]/.test(name)) {
    yield* matches(folder === '' ? rootOf(name) : join(folder, name), rest, enter);
  } else {
    const isMatch = matcherOf(name);
    for (const entry of entriesOf(folder, enter))
      if (isMatch(entry.name)) yield* matches(join(folder, entry.name), rest, enter);
  }
}

/** What the first part of a path means: nothing before a slash the root, `C:` the root of a drive. */
const rootOf = (name: string) => (name === '' || /^[a-z]:$/i.test(name) ? `${name}/` : name);

const isPassedOver = (name: string) => name.startsWith('.') || name === 'node_modules';

/** None of a folder that is a file, or that cannot be read: a shell finds nothing there either. */
function entriesOf(named: string, enter: (folder: string) => void): readonly Dirent[] {
  const folder = named === '' ? '.' : named;
  enter(folder);
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function matcherOf(pattern: string): (name: string) => boolean {
  const source = pattern.replace(/\*+|\?|\[(!?)([^\]]+)\]|[\\^$.|+(){}[\]]/g, (sign, not?: string, set?: string) => {
    if (sign.startsWith('*')) return '.*';
    if (sign === '?') return '.';
    return set === undefined ? `\\${sign}` : `[${not ? '^' : ''}${set.replace(/[\\[\]^]/g, '\\$&')}]`;
  });
  const expression = new RegExp(`^${source}$`, 's');
  const isHidden = pattern.startsWith('.');
  return (name) => expression.test(name) && (name.startsWith('.') ? isHidden : !isPassedOver(name));
}
