/**
 * Loads bundles of one folder, each once, after those that it requires.
 *
 * VS Code's own `require` knows no files in a browser. It runs the extension itself as a new function, so that this is no new right.
 */
export function createBundleLoader(
  read: (file: string) => Promise<string>,
  given: Readonly<Record<string, unknown>>,
): (file: string) => Promise<unknown> {
  const loaded = new Map<string, Promise<unknown>>();
  const load = (file: string): Promise<unknown> => {
    const loading = loaded.get(file) ?? run(file);
    loaded.set(file, loading);
    return loading;
  };
  const run = async (file: string) => {
    const source = await read(file);
    const needed = [...source.matchAll(/\brequire\("(\.\/[\w.-]+)"\)/g)].map(([, path = '']) => path);
    const bundles = await Promise.all(needed.map(async (path) => [path, await load(path.slice(2))] as const));
    const modules: Readonly<Record<string, unknown>> = { ...given, ...Object.fromEntries(bundles) };
    const module = { exports: {} };
    new Function('module', 'exports', 'require', source)(module, module.exports, (path: string) => modules[path]);
    return module.exports;
  };
  return load;
}
