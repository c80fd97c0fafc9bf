/** Who calls the local VoIPbin when nothing else is said: one of the numbers that are set aside for fiction. */
export const localCaller = '+15550101011';
