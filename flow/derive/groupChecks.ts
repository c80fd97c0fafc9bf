import type { Check } from '../checks/check';
import { checkGroups } from '../checks/checkGroups';

/** The checks under the headings of their groups; groups without a check are left out. */
export function groupChecks(checks: readonly Check[]): { title: string; members: readonly Check[] }[] {
  return Object.entries(checkGroups).flatMap(([id, title]) => {
    const members = checks.filter(({ group }) => group === id);
    return members.length > 0 ? [{ title, members }] : [];
  });
}
