import { accesskeys } from './accesskeys';
import { account } from './account';
import { activeflows } from './activeflows';
import { agents } from './agents';
import { ais } from './ais';
import type { Answers } from './answers';
import { billingAccount } from './billingAccount';
import { calls } from './calls';
import { campaigns } from './campaigns';
import { conferences } from './conferences';
import { contacts } from './contacts';
import { conversations } from './conversations';
import { emails } from './emails';
import { extensions } from './extensions';
import { flows } from './flows';
import { groupcalls } from './groupcalls';
import { messages } from './messages';
import { numbers } from './numbers';
import { outboundConfig } from './outboundConfig';
import { queues } from './queues';
import { recordings } from './recordings';
import { tags } from './tags';
import { teams } from './teams';
import { timelines } from './timelines';
import { transcribes } from './transcribes';

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
  billingAccount,
  campaigns,
  contacts,
  emails,
  messages,
  outboundConfig,
  tags,
  timelines,
  transcribes,
];
