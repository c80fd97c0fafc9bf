/** The letter of a key, in lower case, whatever Caps Lock says; of a keyboard with other letters the one that the key has on a Latin one. Other keys as they are. */
export function letterOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const [, letter] = key.length === 1 ? (/^Key([A-Z])$/.exec(code) ?? []) : [];
  return letter?.toLowerCase() ?? key;
}
