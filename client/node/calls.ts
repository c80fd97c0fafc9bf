/** Calls from the desktop and from remote hosts. */
import type { Parts } from '../parts';
import { startCallsOver } from '../startCalls';
import { nodeNetwork } from './network';

export const startCalls: Parts['calls']['startCalls'] = async (context, log, views, links) =>
  startCallsOver(context, log, nodeNetwork, views, links);
