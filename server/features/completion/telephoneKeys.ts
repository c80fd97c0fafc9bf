import { keypad } from '../../../flow';

const names: Readonly<Record<string, string>> = { '*': 'star', '#': 'hash' };

/** The keys of a telephone, each as a sentence names it. */
export const telephoneKeys: readonly { readonly key: string; readonly doc: string }[] = [...keypad].map((key) => ({
  key,
  doc: names[key] ? `the ${names[key]} key` : `the key ${key}`,
}));
