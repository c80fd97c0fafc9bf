const kinds: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'an integer',
  boolean: 'true or false',
};

/** What a schema expects, with its article: `a text`. */
export const kindOfValue = (expected: string): string => kinds[expected] ?? expected;
