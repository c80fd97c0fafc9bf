/** A place in a document, as jsonc-parser takes it: property names and positions in lists. */
export type Path = readonly (string | number)[];

/** The same text for the same place. */
export const pathKey = (path: Path): string => JSON.stringify(path);
