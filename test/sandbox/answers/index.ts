import { accesskeys } from './accesskeys';
import { account } from './account';
import { activeflows } from './activeflows';
import { agents } from './agents';
import { ais } from './ais';
import type { Answers } from './answers';
import { calls } from './calls';
import { conferences } from './conferences';
import { conversations } from './conversations';
import { extensions } from './extensions';
import { flows } from './flows';
import { groupcalls } from './groupcalls';
import { numbers } from './numbers';
import { queues } from './queues';
import { recordings } from './recordings';
import { teams } from './teams';

/** Each file of this folder, one for each kind of resource. */
export const answers: readonly Answers[] = [
  accesskeys,
  account,
  activeflows,
  agents,
  ais,
  calls,
  conferences,
  conversations,
  extensions,
  flows,
  groupcalls,
  numbers,
  queues,
  recordings,
  teams,
];
