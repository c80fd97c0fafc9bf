import type { Path } from './node';

/** The same text for the same place. */
export const pathKey = (path: Path): string => JSON.stringify(path);
