/**
 * What a call has to do at the action of a finding to show the mistake:
 *
 * - `drop`: it is dropped there. `circle`: it goes in the loop of the action until its executions are used up. `budget`: these are used up anywhere.
 * - `old`: it comes there with digits of an earlier question. `emptied`: with a variable that a `branch` has emptied. `endKey`: with the end key in the digits.
 * - `on`: it goes on to the next action of the list. `unanswered`: no connected party has answered. `come`: it comes there.
 */
export type Shows = 'drop' | 'circle' | 'budget' | 'old' | 'emptied' | 'endKey' | 'on' | 'unanswered' | 'come';

/** The findings that a call can show, by their codes. Plain data: the language server knows it too. */
export const shownFindings: Readonly<Record<string, Shows>> = {
  'branch-no-default': 'drop',
  'caller-dropped': 'drop',
  'target-dangling': 'drop',
  'target-not-uuid': 'drop',
  'target-other-scope': 'drop',
  'endless-loop': 'circle',
  'goto-never-ends': 'circle',
  'retry-without-limit': 'circle',
  'self-target': 'circle',
  'budget-exceeded': 'budget',
  'digits-not-reset': 'old',
  'branch-clears-digits': 'emptied',
  'end-key-included': 'endKey',
  'branch-fallthrough': 'on',
  'condition-after-connect': 'unanswered',
  'branch-case-unmatchable': 'come',
  'goto-never-jumps': 'come',
  'recording-not-waited': 'come',
  'skipped-on-reference': 'come',
};
