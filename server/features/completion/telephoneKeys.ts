/** The keys of a telephone, each as a sentence names it. */
export const telephoneKeys: readonly { readonly key: string; readonly doc: string }[] = [
  ...[...'1234567890'].map((key) => ({ key, doc: `the key ${key}` })),
  { key: '*', doc: 'the star key' },
  { key: '#', doc: 'the hash key' },
];
