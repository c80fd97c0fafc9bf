import type { Target } from '../target';
import { commandLine } from './commandLine';
import { edits } from './edits';
import { protocol } from './protocol';
import { sandbox } from './sandbox';
import { simulator } from './simulator';

// Each target has an input of its own, which only the target itself looks at.
export const targets: readonly Target<unknown>[] = [
  protocol,
  edits,
  simulator,
  commandLine,
  sandbox,
] as unknown as readonly Target<unknown>[];
