import type { Breakpoint } from 'vscode';

export interface ShownBreakpoint {
  readonly isOn: boolean;
  readonly text: string;
}

/** The breakpoints of one action in words. They are on if one of them is. */
export function breakpointText(
  all: readonly Pick<Breakpoint, 'enabled' | 'condition' | 'hitCondition' | 'logMessage'>[],
): ShownBreakpoint {
  const isOn = all.some(({ enabled }) => enabled);
  const more = all.flatMap(({ condition, hitCondition, logMessage }) => [
    ...(condition ? [`when ${condition}`] : []),
    ...(hitCondition ? [`hit count ${hitCondition}`] : []),
    ...(logMessage ? [`logs ${logMessage}`] : []),
  ]);
  const name = isOn ? 'Breakpoint' : 'Disabled breakpoint';
  return { isOn, text: more.length === 0 ? name : `${name}: ${more.join(', ')}` };
}
