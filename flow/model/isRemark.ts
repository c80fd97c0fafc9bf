/** Whether a key is there for people or editors: `_comment`, `$schema`, `//`. VoIPbin ignores it, and its author knows. */
export const isRemark = (name: string): boolean =>
  name.startsWith('_') || name.startsWith('$') || name.startsWith('//');
