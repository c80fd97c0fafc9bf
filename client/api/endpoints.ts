/** What VoIPbin is asked here: a function of the API each, with its path, its answer and how it is called in messages. */
import type { ActiveflowBody, CallBody, FlowBody, GroupcallBody, NumberFlowsBody } from './bodies';
import type { Endpoint, RequestOptions } from './endpoint';
import { type Asker, act, create, readAlone, readById, readList, replace } from './operation';
import * as resources from './resources';

const callMayExist = 'VoIPbin may have placed the call anyway: check the list of calls before you place it again.';
const activeflowMayExist =
  'The activeflow may be running anyway: check the list of activeflows before you start it again.';
const flowMayExist = 'VoIPbin may have changed the flow anyway: check the registered flow before you try again.';

const loginEndpoint: Endpoint<resources.Login> = {
  method: 'POST',
  path: '/auth/login',
  doing: 'sign you in',
  answer: resources.loginSchema,
  advice: {
    // It answers every failure with 400 and nothing else. Source: bin-api-manager/lib/service/auth.go, PostLogin.
    400: {
      kind: 'unauthorized',
      why: 'the user name or the password is wrong.',
      next: 'Check both, and the profile.',
    },
  },
};

export const operations = {
  login:
    ({ askSignedOut, keepSecret }: Asker) =>
    async (username: string, password: string, options?: RequestOptions) => {
      keepSecret(password);
      const login = await askSignedOut(loginEndpoint, { ...options, body: { username, password } });
      keepSecret(login.token);
      return login;
    },
  /** The customer who is signed in; its id is part of the topics of events. */
  whoAmI: readAlone('/customer', 'read your customer account', resources.customerSchema),

  /** Places a call, which may cost money; `placeCall` also looks for it when the answer is lost. */
  createCall: create<CallBody>()({
    path: '/calls',
    doing: 'place the call',
    answer: resources.placedSchema,
    timeoutMs: 30_000,
    mayExist: callMayExist,
    advice: {
      // Failures without a type end as 500. Source: bin-call-manager/pkg/listenhandler/main.go.
      500: {
        why: 'it had an internal error. It gives the same answer when it cannot dial any destination.',
        next: 'Check the balance, the source (an active number of yours) and the allowed countries.',
      },
    },
  }),
  getCall: readById('/calls/{id}', 'read the call', resources.callSchema),
  listCalls: readList('/calls', 'list your calls', resources.callSchema),
  hangupCall: act({
    path: '/calls/{id}/hangup',
    doing: 'hang up the call',
    answer: resources.callSchema,
    mayExist: 'It may be hung up anyway: check its state.',
  }),
  /** Calls several destinations as one group, which may cost money. */
  createGroupcall: create<GroupcallBody>()({
    path: '/groupcalls',
    doing: 'place the group call',
    answer: resources.groupcallSchema,
    timeoutMs: 30_000,
    mayExist: callMayExist,
  }),
  /** What calling an agent or an extension makes: one call for each place where it rings. */
  getGroupcall: readById('/groupcalls/{id}', 'read the group call', resources.groupcallSchema),
  hangupGroupcall: act({
    path: '/groupcalls/{id}/hangup',
    doing: 'hang up the group call',
    answer: resources.groupcallSchema,
    mayExist: 'It may be hung up anyway: check its state.',
  }),

  listFlows: readList('/flows', 'list your flows', resources.flowSchema),
  getFlow: readById('/flows/{id}', 'read the flow', resources.flowSchema),
  createFlow: create<FlowBody>()({
    path: '/flows',
    doing: 'register the flow',
    answer: resources.flowSchema,
    mayExist: 'It may be registered anyway: check the list of flows before you register it again.',
  }),
  /** Replaces the whole flow. */
  updateFlow: replace<FlowBody>()({
    path: '/flows/{id}',
    doing: 'update the registered flow',
    answer: resources.flowSchema,
    mayExist: flowMayExist,
  }),

  /** Runs a flow without a phone; what it sends may cost money. `startActiveflow` also looks for it when the answer is lost. */
  createActiveflow: create<ActiveflowBody>()({
    path: '/activeflows',
    doing: 'start the activeflow',
    answer: resources.activeflowSchema,
    timeoutMs: 30_000,
    mayExist: activeflowMayExist,
  }),
  getActiveflow: readById('/activeflows/{id}', 'read the activeflow', resources.activeflowSchema),
  stopActiveflow: act({
    path: '/activeflows/{id}/stop',
    doing: 'stop the activeflow',
    answer: resources.activeflowSchema,
    mayExist: 'It may have stopped anyway: check its state.',
  }),

  getNumber: readById('/numbers/{id}', 'read the number', resources.numberSchema),
  /** Both flows are written, whichever is sent; a nil UUID is none. */
  setNumberFlows: replace<NumberFlowsBody>()({
    path: '/numbers/{id}/flow_ids',
    doing: 'attach the flow to the number',
    answer: resources.numberSchema,
    mayExist: 'It may be attached anyway: check the number before you try again.',
  }),
  listNumbers: readList('/numbers', 'list your numbers', resources.numberSchema),
  listAgents: readList('/agents', 'list your agents', resources.agentSchema),
  listExtensions: readList('/extensions', 'list your extensions', resources.extensionSchema),
};
