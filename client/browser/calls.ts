/** Calls from a browser. */
import type { Parts } from '../parts';
import { startCallsOver } from '../startCalls';
import { browserNetwork } from './network';

export const startCalls: Parts['calls']['startCalls'] = async (context, log, views, links) =>
  startCallsOver(context, log, browserNetwork, views, links);
