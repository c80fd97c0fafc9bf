const party = (target: string) => `{ "type": "tel", "target": "${target}" }`;

/** The parties of a new call, as JSON: who is to be called is for the author to say. */
export const sampleParties = [
  ['source', party('+15550100001')],
  ['destinations', `[${party('+15550100002')}]`],
] as const;
