/** Whether a key is for people or editors: `_comment`, `$schema`, `//`. VoIPbin ignores it, and the author knows that. */
export const isRemark = (name: string): boolean =>
  name.startsWith('_') || name.startsWith('$') || name.startsWith('//');
