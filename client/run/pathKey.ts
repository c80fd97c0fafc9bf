import type { Path } from '../../flow/json/node';

/** The same text for the same place. */
export const pathKey = (path: Path): string => JSON.stringify(path);
