/** Whether a path is to be passed over; paths have `/` and begin with none. */
export type IsIgnored = (path: string) => boolean;

/** A `.gitignore`: the folder it lies in, without a slash at its end and empty for the top, and its text. */
export interface IgnoreFile {
  readonly folder: string;
  readonly text: string;
}

interface Rule {
  readonly pattern: RegExp;
  readonly negated: boolean;
  readonly folderOnly: boolean;
}

/**
 * The files that Git leaves out, and those in `node_modules`. A file of a folder that is left out cannot be taken in again, as in Git; of the rules for
 * one path the last counts, and those of inner folders come last. Source: gitignore(5).
 */
export function ignoredFiles(files: readonly IgnoreFile[]): IsIgnored {
  const rules = [...files]
    .sort((a, b) => a.folder.length - b.folder.length)
    .map(({ folder, text }) => ({ prefix: folder === '' ? '' : `${folder}/`, rules: readRules(text) }));
  const known = new Map<string, boolean>();
  const isLeftOut = (path: string, isFolder: boolean): boolean => {
    let result = false;
    for (const { prefix, rules: own } of rules) {
      if (!path.startsWith(prefix)) continue;
      const inner = path.slice(prefix.length);
      for (const { pattern, negated, folderOnly } of own)
        if ((isFolder || !folderOnly) && pattern.test(inner)) result = !negated;
    }
    return result;
  };
  const isFolderIgnored = (path: string): boolean => {
    if (path === '') return false;
    const before = known.get(path);
    if (before !== undefined) return before;
    const result = path.split('/').pop() === 'node_modules' || isFolderIgnored(folderOf(path)) || isLeftOut(path, true);
    known.set(path, result);
    return result;
  };
  return (path) => isFolderIgnored(folderOf(path)) || isLeftOut(path, false);
}

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function readRules(text: string): Rule[] {
  return text.split(/\r?\n/).flatMap((line): Rule[] => {
    const trimmed = line.replace(/(?<!\\)[ \t]+$/, '');
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    const negated = trimmed.startsWith('!');
    const glob = (negated ? trimmed.slice(1) : trimmed).replace(/^\\(?=[!#])/, '');
    const folderOnly = glob.endsWith('/');
    const body = folderOnly ? glob.slice(0, -1) : glob;
    // A slash within binds it to the folder; else it counts for all folders below.
    const isBound = body.includes('/');
    const source = toPattern(body.replace(/^\//, ''));
    return [{ pattern: new RegExp(`^${isBound ? '' : '(?:.*/)?'}${source}$`), negated, folderOnly }];
  });
}

function toPattern(glob: string): string {
  let source = '';
  for (let at = 0; at < glob.length; at++) {
    const rest = glob.slice(at);
    const stars = /^\*\*\/|^\/\*\*$|^\*+/.exec(rest)?.[0];
    const set = /^\[([!^]?)((?:\\.|[^\]\\])+)\]/.exec(rest);
    if (stars) {
      source += stars === '**/' ? '(?:.*/)?' : stars === '/**' ? '/.*' : '[^/]*';
      at += stars.length - 1;
    } else if (set) {
      source += `[${set[1] ? '^' : ''}${ranges(set[2] ?? '')}]`;
      at += set[0].length - 1;
    } else if (glob[at] === '?') source += '[^/]';
    else if (glob[at] === '\\' && at + 1 < glob.length) source += literal(glob[++at] ?? '');
    else source += literal(glob[at] ?? '');
  }
  return source;
}

/** What a set holds; a range that runs backwards holds nothing, and would be an error. */
function ranges(set: string): string {
  return set
    .replace(/(.)-(.)/gs, (whole, from: string, to: string) => (from <= to ? whole : '-'))
    .replace(/[[\]^\\]/g, '\\$&');
}

const literal = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
