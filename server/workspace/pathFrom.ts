/** An address as people read it from another file: the path from its folder on, decoded; the whole address where they have nothing in common. */
export function pathFrom(uri: string, from: string): string {
  return readable(relativeUri(uri, from));
}

/** The same as it stands in an address, with `/`. */
function relativeUri(uri: string, from: string): string {
  const [own, base] = [uri.split('/'), from.split('/').slice(0, -1)];
  let shared = 0;
  while (shared < base.length && shared < own.length - 1 && own[shared] === base[shared]) shared++;
  // `file:`, an empty part and the authority are no folders.
  if (shared < 3) return uri;
  return [...base.slice(shared).map(() => '..'), ...own.slice(shared)].join('/');
}

/** The address of a path that stands in a file; undefined for what cannot be one. */
export function resolveUri(path: string, from: string): string | undefined {
  try {
    return new URL(path.replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('?', '%3F'), from).href;
  } catch {
    return undefined;
  }
}

/** Whether two addresses are those of one file: editors escape more or fewer characters. */
export const isSameFile = (uri: string, other: string) => uri === other || readable(uri) === readable(other);

/** An address with its characters as people write them. */
export function readable(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
