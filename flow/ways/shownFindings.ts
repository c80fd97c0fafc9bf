/**
 * What a call has to do at the action of a finding to show the mistake:
 *
 * - `jump`: the target of the finding, or the missing default, stops it. `unread`: it is stopped because the options cannot be read.
 * - `drop`: it is dropped there. `circle`: it goes in the loop of the action until its executions are used up. `back`: by the jump of the finding. `budget`: these are used up in front of the action.
 * - `old`: it comes there with digits of an earlier question. `emptied`: with a variable that a `branch` has emptied. `endKey`: with what is compared and an end key as digits.
 * - `on`: it came along the case of a `branch` and goes on to the next action of the list. `unanswered`: the `connect` before was not answered.
 * - `stays`: it comes there and does not jump. `skipped`: the action is skipped. `come`: it comes there.
 */
export type Shows =
  | 'jump'
  | 'unread'
  | 'drop'
  | 'circle'
  | 'back'
  | 'budget'
  | 'old'
  | 'emptied'
  | 'endKey'
  | 'on'
  | 'unanswered'
  | 'stays'
  | 'skipped'
  | 'come';

/** The findings that a call can show, by their codes. Plain data: the language server knows it too. */
export const shownFindings: Readonly<Record<string, Shows>> = {
  'branch-no-default': 'jump',
  'caller-dropped': 'drop',
  'target-dangling': 'jump',
  'target-not-uuid': 'unread',
  'target-other-scope': 'jump',
  'endless-loop': 'circle',
  'goto-never-ends': 'back',
  'retry-without-limit': 'back',
  'self-target': 'back',
  'budget-exceeded': 'budget',
  'digits-not-reset': 'old',
  'branch-clears-digits': 'emptied',
  'end-key-included': 'endKey',
  'branch-fallthrough': 'on',
  'condition-after-connect': 'unanswered',
  'branch-case-unmatchable': 'come',
  'goto-never-jumps': 'stays',
  'recording-not-waited': 'come',
  'skipped-on-reference': 'skipped',
};
