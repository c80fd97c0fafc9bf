/** Words that stand as a type in documents though no action does the job, each with what does it. */
export const notActions: ReadonlyMap<string, string> = new Map([
  [
    'moh_start',
    'Music on hold is not an action: `POST /calls/{id}/moh` starts it and `DELETE /calls/{id}/moh` ends it.',
  ],
  ['ivr', 'A menu is not a single action: it is made of `talk`, `digits_receive` and `branch`.'],
  ['empty', 'VoIPbin uses it inside a queue, and the API refuses it from outside. Leave it out.'],
]);
