import { address } from './address';
import { choice, declareFields, integer, resourceId, text } from './declare';
import { anonymous, destinations, flowId, inlineActions, variables } from './documentFields';
import type { Field } from './field';
import type { Trigger } from './referenceTypes';

/** The kinds of document that hold actions. */
export type ShapeName =
  | 'list'
  | 'action'
  | 'actions'
  | 'flow'
  | 'call'
  | 'activeflow'
  | 'groupcall'
  | 'providercall'
  | 'campaign'
  | 'response'
  | 'unknown';

/** A kind of document: what it is and the keys it has on its top level. */
export interface DocumentShape {
  readonly name: ShapeName;
  /** User text: what the document is, in one sentence. */
  readonly doc: string;
  /** What its actions run on; undefined where the document does not tell. */
  readonly trigger?: Trigger;
  /** Its keys in the order of VoIPbin's documentation; empty where it has none of its own or none that are checked. */
  readonly fields: readonly Field[];
  /** Keys of which one tells it from other documents. */
  readonly tells?: readonly string[];
  /** They tell it even in an object with a `type`: no action has an option of such a name, which authors often write beside `type`. */
  readonly tellsBesideType?: true;
}

const flows = 'bin-api-manager/server/flows.go PostFlows';
const calls = 'bin-api-manager/server/calls.go PostCalls';
const activeflows = 'bin-api-manager/server/activeflows.go PostActiveflows';
const providerCalls = 'bin-api-manager/server/providercalls.go PostProvidercalls';
const campaignModel = 'bin-campaign-manager/models/campaign/campaign.go';
const dialing = 'bin-call-manager/pkg/callhandler/outgoing_call.go';

const storedActions = () =>
  inlineActions({
    doc: 'The actions of the flow, in the order in which they run.',
    whenMissing: {
      effect: 'no-op',
      doc: 'The flow has nothing to run: it ends at once, and VoIPbin hangs up the call.',
      source: flows,
    },
    notes: [],
  });

const name = (what: string, source: string) =>
  text({
    doc: `The name of the ${what}, as lists show it.`,
    whenMissing: { effect: 'default', doc: `The ${what} has an empty name.`, source },
  });

const detail = (what: string, source: string) =>
  text({
    doc: `A remark about the ${what}, for people.`,
    whenMissing: { effect: 'default', doc: `The ${what} has an empty remark.`, source },
  });

const flowKeys = {
  name: name('flow', flows),
  detail: detail('flow', flows),
  actions: storedActions(),
  on_complete_flow_id: resourceId('flow', {
    doc: 'The flow that runs when this one has ended. It gets a copy of the variables.',
    whenMissing: { effect: 'none', doc: 'Nothing runs afterwards.', source: flows },
    notes: [
      'At most five flows run one after another this way, the first one included. The sixth stops on its first action.',
    ],
    quirks: [
      {
        documented: 'The chain ends after five flows.',
        observed:
          'A chain that names itself never ends: from the sixth on each flow stops without variables and starts the next. A flow that sets `voipbin.activeflow.complete_count` starts the count again.',
        source:
          'bin-flow-manager/pkg/activeflowhandler/stop.go:46; bin-flow-manager/pkg/activeflowhandler/variable.go:36',
      },
      {
        documented: 'Its actions run like those of any flow.',
        observed:
          'After a call it waits forever on the first action that needs the call, such as `talk`. Use only actions that run everywhere, such as `webhook_send`.',
        source: 'bin-flow-manager/pkg/activeflowhandler/execute.go:25 Execute',
      },
      {
        documented: 'The flow runs only after a flow that ended well.',
        observed: 'It runs after every end: also after an error, and after a stop through the API.',
        source: 'bin-flow-manager/pkg/activeflowhandler/stop.go Stop',
      },
    ],
  }),
};

const callKeys = {
  source: address({
    doc: 'The caller id. For telephone numbers it is a normal, active number of the account in E.164 form.',
    whenMissing: {
      effect: 'default',
      doc: 'The default number of the account calls; without one, calls to telephone numbers are refused.',
      source: dialing,
    },
  }),
  destinations: destinations({
    doc: 'Who is called. Telephone numbers and SIP addresses make a call each, extensions and agents a group call each.',
    whenMissing: { effect: 'refused', doc: 'The API answers 500 and places no call.', source: calls },
    notes: ['A destination that cannot be called is left out silently; when none can be called, the API answers 500.'],
  }),
  flow_id: flowId(),
  actions: inlineActions(),
  anonymous: anonymous(),
  variables: variables(),
};

const activeflowKeys = {
  id: text({
    doc: 'The id that the activeflow gets: a UUID that you choose.',
    format: 'uuid',
    whenMissing: { effect: 'default', doc: 'VoIPbin makes an id.', source: activeflows },
  }),
  flow_id: flowId(),
  actions: inlineActions(),
  variables: variables(),
  webhook_uri: text({
    doc: 'The URL to which VoIPbin sends the events of the activeflow.',
    format: 'url',
    whenMissing: { effect: 'none', doc: 'No events are sent for this activeflow alone.', source: activeflows },
    notes: ['It starts with `http://` or `https://`.'],
    example: 'https://example.com/flow-events',
  }),
  webhook_method: choice({
    doc: 'The HTTP method of the requests to `webhook_uri`.',
    values: {
      POST: 'Sends the event as the body of a POST request.',
      GET: 'Sends a GET request.',
      PUT: 'Sends the event as the body of a PUT request.',
      DELETE: 'Sends a DELETE request.',
    },
  }),
};

// The methods: bin-call-manager/models/groupcall/main.go RingMethod, AnswerMethod.
const groupcallKeys = {
  source: address({ doc: 'The caller id of every call of the group.' }),
  destinations: destinations({ doc: 'Who is called. Together they are one group call.' }),
  flow_id: flowId(),
  actions: inlineActions(),
  ring_method: choice({
    doc: 'The order in which the destinations ring.',
    values: { ring_all: 'All of them ring at the same time.', linear: 'They ring one after another.' },
  }),
  answer_method: choice({
    doc: 'What happens to the other calls when one is answered.',
    values: { hangup_others: 'The other calls are hung up.', '': 'The other calls continue.' },
  }),
};

const providercallKeys = {
  provider_id: resourceId('provider', {
    doc: 'The provider that carries the calls.',
    required: true,
    whenMissing: { effect: 'refused', doc: 'The API refuses the request with 400.', source: providerCalls },
  }),
  source: address({ doc: 'The caller id.' }),
  destinations: destinations({
    whenMissing: { effect: 'refused', doc: 'The API refuses the request with 400.', source: providerCalls },
  }),
  flow_id: flowId(),
  actions: inlineActions(),
  anonymous: anonymous({
    whenMissing: { effect: 'default', doc: '`auto` is used.', source: providerCalls },
    default: 'auto',
  }),
};

const campaignKeys = {
  name: name('campaign', campaignModel),
  detail: detail('campaign', campaignModel),
  type: choice({
    doc: 'What the campaign does for each target.',
    values: {
      call: 'It calls the target and runs the actions on the call.',
      flow: 'It runs the actions without a call.',
    },
    example: 'call',
  }),
  service_level: integer({
    doc: 'How many calls may ring at once, in percent of the available agents of the queue.',
    min: 0,
    // bin-campaign-manager/pkg/campaignhandler/execute.go isDialable
    notes: ['Without `queue_id` it has no effect.'],
    example: 100,
  }),
  end_handle: choice({
    doc: 'What the campaign does when no target is left.',
    values: { stop: 'The campaign stops.', continue: 'The campaign continues and waits for new targets.' },
    example: 'stop',
  }),
  actions: inlineActions({
    doc: 'The actions that run for each target. VoIPbin makes them the flow of the campaign.',
    whenMissing: { effect: 'no-op', doc: 'A call of the campaign is answered and hung up.', source: campaignModel },
    notes: [],
  }),
  outplan_id: resourceId('outplan', {
    doc: 'The plan that says from which number, how often and how long each target is called.',
    whenMissing: {
      effect: 'no-op',
      doc: 'The campaign stops as soon as it is started.',
      source: 'bin-campaign-manager/pkg/campaignhandler/execute.go Execute',
    },
  }),
  outdial_id: resourceId('outdial', { doc: 'The list of targets.' }),
  queue_id: resourceId('queue', {
    doc: 'The queue that the called parties join after the actions.',
    // bin-campaign-manager/pkg/campaignhandler/campaign.go createFlowActions
    notes: ['VoIPbin appends a `queue_join` to the actions.'],
  }),
  next_campaign_id: resourceId('campaign', { doc: 'The campaign that follows this one.' }),
};

export const documentShapes: readonly DocumentShape[] = [
  { name: 'list', doc: 'A list of actions, without the flow around it.', fields: [] },
  {
    name: 'action',
    doc: 'A single action. The actions that it jumps to are elsewhere, so jumps are judged by their form only.',
    fields: [],
  },
  {
    name: 'actions',
    doc: 'An object with the actions of a flow and nothing else.',
    fields: declareFields({ actions: storedActions() }),
  },
  {
    name: 'flow',
    doc: 'A stored flow: the body of `POST /flows` and `PUT /flows/{id}`. PUT replaces everything: what is missing becomes empty.',
    fields: declareFields(flowKeys),
  },
  {
    name: 'call',
    doc: 'The body of `POST /calls`: calls the destinations and runs the flow once a call is answered.',
    trigger: 'call',
    fields: declareFields(callKeys),
    tells: ['source', 'destinations'],
  },
  {
    name: 'activeflow',
    doc: 'The body of `POST /activeflows`: runs the flow at once, without a call. Messages, e-mails, calls and requests of its actions are real.',
    trigger: 'api',
    fields: declareFields(activeflowKeys),
    tells: ['flow_id', 'webhook_uri', 'webhook_method', 'variables'],
  },
  {
    name: 'groupcall',
    doc: 'The body of `POST /groupcalls`: calls several destinations as one group and runs the flow on the answered call.',
    trigger: 'call',
    fields: declareFields(groupcallKeys),
    tells: ['ring_method', 'answer_method'],
    tellsBesideType: true,
  },
  {
    name: 'providercall',
    doc: 'The body of `POST /providercalls`: calls the destinations through one provider, to try the provider.',
    trigger: 'call',
    fields: declareFields(providercallKeys),
    tells: ['provider_id'],
    tellsBesideType: true,
  },
  {
    name: 'campaign',
    doc: 'The body of `POST /campaigns`: runs the actions for each target of a list.',
    fields: declareFields(campaignKeys),
    tells: ['service_level', 'end_handle', 'outplan_id', 'outdial_id'],
    tellsBesideType: true,
  },
  {
    name: 'response',
    doc: 'What VoIPbin answered or sent: a stored flow, an activeflow, a page of them, or an event. Its actions are not checked.',
    fields: [],
  },
  { name: 'unknown', doc: 'Not a document with actions that VoIPbin accepts.', fields: [] },
];

/** The shapes that keys tell, in the order in which they are asked for: those first that a `type` beside the keys does not make an action. */
export const toldShapes: readonly DocumentShape[] = [
  ...documentShapes.filter(({ tellsBesideType }) => tellsBesideType),
  ...documentShapes.filter(({ tells, tellsBesideType }) => tells && !tellsBesideType),
];

const byName = new Map(documentShapes.map((shape) => [shape.name, shape]));

/** The document shape of that name. */
export function findShape(name: ShapeName): DocumentShape {
  const shape = byName.get(name);
  if (!shape) throw new Error(`the catalog has no document shape ${name}`);
  return shape;
}
