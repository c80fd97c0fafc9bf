/** The key of a part that only the earlier version has. */
export const goneKey = (key: string) => `was ${key}`;
