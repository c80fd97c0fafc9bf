import type * as z from 'zod';
import type { Endpoint } from './endpoint';
import * as resources from './resources';

const callMayExist =
  'The call may have been placed all the same: look for it in the list of calls before you place it again.';
const activeflowMayExist =
  'The activeflow may run all the same: look for it in the list of activeflows before you start it again.';
const flowMayExist = 'It may be done all the same: look at the registered flow before you do it again.';

function read<T>(path: string, doing: string, answer: z.ZodType<T>): Endpoint<T> {
  return { method: 'GET', path, doing, answer };
}

function list<S extends z.ZodType>(path: string, doing: string, item: S) {
  return read(path, doing, resources.pageSchema(item));
}

/** Everything that is asked of VoIPbin here: where, and how it is called in messages. */
export const endpoints = {
  login: {
    method: 'POST',
    path: '/auth/login',
    doing: 'sign you in',
    answer: resources.loginSchema,
    advice: {
      // It answers every failure with 400 and nothing else. Source: bin-api-manager/lib/service/auth.go, PostLogin.
      400: {
        kind: 'unauthorized',
        why: 'user name and password do not belong together.',
        next: 'Check both, and whether the profile is the one that they are for.',
      },
    },
  },
  whoAmI: read('/customer', 'read your customer account', resources.customerSchema),

  listAccesskeys: list('/accesskeys', 'list your access keys', resources.accesskeySchema),
  createAccesskey: {
    method: 'POST',
    path: '/accesskeys',
    doing: 'create an access key',
    answer: resources.accesskeySchema,
    mayExist: 'It may exist all the same: look at the list of access keys before you create another.',
  },
  deleteAccesskey: {
    method: 'DELETE',
    path: '/accesskeys/{id}',
    doing: 'delete the access key',
    answer: resources.anything,
    mayExist: 'It may be deleted all the same: look at the list of access keys.',
  },

  createCall: {
    method: 'POST',
    path: '/calls',
    doing: 'place the call',
    answer: resources.placedSchema,
    timeoutMs: 30_000,
    mayExist: callMayExist,
    advice: {
      // Failures without a type end as 500. Source: bin-call-manager/pkg/listenhandler/main.go.
      500: {
        why: 'it failed inside, which is also all it says when no destination can be dialed.',
        next: 'Check the balance, whether the source is an active number of yours, and whether the country of the destination is allowed.',
      },
    },
  },
  getCall: read('/calls/{id}', 'read the call', resources.callSchema),
  listCalls: list('/calls', 'list your calls', resources.callSchema),
  hangupCall: {
    method: 'POST',
    path: '/calls/{id}/hangup',
    doing: 'hang up the call',
    answer: resources.callSchema,
    mayExist: 'It may have been hung up all the same: look at its state.',
  },
  getGroupcall: read('/groupcalls/{id}', 'read the group call', resources.groupcallSchema),
  hangupGroupcall: {
    method: 'POST',
    path: '/groupcalls/{id}/hangup',
    doing: 'hang up the group call',
    answer: resources.groupcallSchema,
    mayExist: 'It may have been hung up all the same: look at its state.',
  },

  listFlows: list('/flows', 'list your flows', resources.flowSchema),
  getFlow: read('/flows/{id}', 'read the flow', resources.flowSchema),
  createFlow: {
    method: 'POST',
    path: '/flows',
    doing: 'register the flow',
    answer: resources.flowSchema,
    mayExist: 'It may be registered all the same: look at the list of flows before you register it again.',
  },
  updateFlow: {
    method: 'PUT',
    path: '/flows/{id}',
    doing: 'update the registered flow',
    answer: resources.flowSchema,
    mayExist: flowMayExist,
  },
  deleteFlow: {
    method: 'DELETE',
    path: '/flows/{id}',
    doing: 'delete the registered flow',
    answer: resources.anything,
    mayExist: flowMayExist,
  },

  createActiveflow: {
    method: 'POST',
    path: '/activeflows',
    doing: 'start the activeflow',
    answer: resources.activeflowSchema,
    timeoutMs: 30_000,
    mayExist: activeflowMayExist,
  },
  getActiveflow: read('/activeflows/{id}', 'read the activeflow', resources.activeflowSchema),
  listActiveflows: list('/activeflows', 'list your activeflows', resources.activeflowSchema),
  stopActiveflow: {
    method: 'POST',
    path: '/activeflows/{id}/stop',
    doing: 'stop the activeflow',
    answer: resources.activeflowSchema,
    mayExist: 'It may have stopped all the same: look at its state.',
  },

  listNumbers: list('/numbers', 'list your numbers', resources.numberSchema),
  listQueues: list('/queues', 'list your queues', resources.queueSchema),
  listConferences: list('/conferences', 'list your conferences', resources.conferenceSchema),
  listAis: list('/ais', 'list your AIs', resources.aiSchema),
  listTeams: list('/teams', 'list your AI teams', resources.teamSchema),
  listAgents: list('/agents', 'list your agents', resources.agentSchema),
  listExtensions: list('/extensions', 'list your extensions', resources.extensionSchema),
  listConversations: list('/conversations', 'list your conversations', resources.conversationSchema),
  listRecordings: list('/recordings', 'list your recordings', resources.recordingSchema),
} satisfies Record<string, Endpoint<unknown>>;
