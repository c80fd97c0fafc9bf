/** Words of a name that say that the value is a secret. Two words count where they follow each other. */
const secretWords = new Set([
  'access key',
  'api key',
  'auth',
  'authorization',
  'bearer',
  'card number',
  'client key',
  'credential',
  'credit card',
  'cvc',
  'cvv',
  'encryption key',
  'otp',
  'pass',
  'passcode',
  'passphrase',
  'passwd',
  'password',
  'pin',
  'pincode',
  'private key',
  'pwd',
  'secret',
  'shared key',
  'signing key',
  'ssn',
  'token',
  'totp',
]);

/** A name that ends so is about a secret: `pin_attempts` and `token_count` are not secrets. */
const aboutWords = new Set([
  'attempt',
  'count',
  'expiry',
  'length',
  'level',
  'method',
  'required',
  'state',
  'status',
  'try',
  'tries',
  'type',
  'valid',
]);

/** Whether a name is one that people give to a secret: by the words of it, however they are put together (`userPin`, `api_key`, `customer.PINCode`). */
export function looksSecret(name: string): boolean {
  const words = wordsOf(name);
  if (aboutWords.has(words.at(-1) ?? '')) return false;
  // People also write two words as one: `apikey`, `usertoken`.
  return words.some(
    (word, at) =>
      secretWords.has(word) ||
      secretWords.has(`${word} ${words[at + 1]}`) ||
      /(?:access|api|private|secret)key$|(?:password|secret|token)$/.test(word),
  );
}

/** The words in lower case and without a plural's s: of `APIKeys_2` it is `api` and `key`. */
function wordsOf(name: string): readonly string[] {
  const found = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu) ?? [];
  return found.map((word) => word.toLowerCase().replace(/(?<=[^s])s$/, ''));
}
