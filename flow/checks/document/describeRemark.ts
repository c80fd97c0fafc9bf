/** What VoIPbin does with a key that is there for people (`isRemark`): nothing to mend. */
export const describeRemark = (name: string): string => `\`${name}\` is a note for people. VoIPbin ignores it.`;
