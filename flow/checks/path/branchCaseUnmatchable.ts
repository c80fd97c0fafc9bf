import { areTelephoneKeys } from '../../catalog/telephoneKeys';
import { digitsVariable } from '../../catalog/variables';
import { renameKey } from '../../edit/edit';
import { digitsBefore } from '../../graph/digits';
import { emptiedBranches } from '../../graph/emptied';
import { branchVariable } from '../../graph/step';
import type { Reference } from '../../model/flowModel';
import { codeSpan } from '../../text/codeSpan';
import type { Check, Fix } from '../check';
import { judgedScopes } from './judgedScopes';

export const branchCaseUnmatchable: Check = {
  code: 'branch-case-unmatchable',
  group: 'path',
  severity: 'warning',
  title: 'A case that no key can match',
  doc: `The \`branch\` compares the keys that the caller pressed, and the caller cannot press this case. It has a character that is not on a telephone keypad, such as a word, a space or a full-width digit. Or it is longer than the \`digits_receive\` before the \`branch\` allows. A call that begins with this flow never uses the target of the case.

The keypad has 0 to 9, \`*\`, \`#\`, and A to D. Write the case as the caller presses it, or give the \`digits_receive\` a larger \`length\`.

Nothing is reported where the digits may come from elsewhere: from \`fetch_flow\`, from a \`variable_set\`, or from an earlier flow where this one asks for none. In an editor that knows your registered flows, nothing is reported where one of them leads to this flow. Its digits are still there, and a \`digits_receive\` that finds enough of them does not wait.

Source: \`bin-flow-manager/pkg/activeflowhandler/actionhandle.go:797-862\` \`actionHandleBranch\`; \`bin-call-manager/pkg/callhandler/digit.go\`.`,
  check(model, report, { linked }) {
    const judged = judgedScopes(model);
    for (const reference of model.references) {
      const { kind, from, caseKey } = reference;
      if (kind !== 'case' || !caseKey || branchVariable(from) !== digitsVariable) continue;
      const digits = judged.has(from.scope) ? digitsBefore(model, from, 'name') : undefined;
      if (!digits || digits.unasked || digits.unknown) continue;
      // It is known that a flow leads here which may have asked for them.
      if (digits.foreign && linked?.isLedTo) continue;
      const isKeys = areTelephoneKeys(caseKey);
      // Where a `branch` before has emptied the digits that is the mistake.
      if (isKeys && (caseKey.length <= digits.most || emptiedBranches(model).has(from))) continue;
      const matches = digits.foreign ? 'It matches only what an earlier flow left.' : 'It never matches.';
      report({
        at: reference.node,
        onKey: true,
        message: isKeys
          ? `The case ${codeSpan(caseKey)} has ${describeKeys(caseKey.length)}, and before this \`branch\` the caller can press ${digits.most === 0 ? 'none' : `only ${describeKeys(digits.most)}`}. ${matches} Increase \`length\`, or shorten the case.`
          : `The case ${codeSpan(JSON.stringify(caseKey))} has a character that is not on a keypad. ${matches} Write the keys that the caller presses, 0 to 9, \`*\` or \`#\`.`,
        fixes: () => (isKeys ? [] : offerKeys(reference, caseKey)),
      });
    }
  },
  fixes: 'unsure',
};

const describeKeys = (count: number) => (count === 1 ? '1 key' : `${count} keys`);

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'star', 'pound', 'hash'];

/** The case as keys, where it can be read as such and no other case has them. */
function offerKeys({ from, node }: Reference, caseKey: string): Fix[] {
  const plain = caseKey.normalize('NFKC').replace(/[\s().-]+/g, '');
  const word = words.indexOf(plain.toLowerCase());
  const keys = word < 0 ? plain.toUpperCase() : ('0123456789*##'[word] ?? '');
  const isTaken = node.parent?.children.some(({ key }) => key?.name === keys) ?? false;
  if (!areTelephoneKeys(keys) || isTaken || from.scope.fragment) return [];
  return [{ title: `Change the case to "${keys}"`, edits: renameKey(node, keys) }];
}
