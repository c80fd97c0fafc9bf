/** A bound of the platform and what happens beyond it. */
export interface Limit {
  readonly value: number;
  /** User text: what is bounded and what happens beyond, in full sentences. */
  readonly doc: string;
  /** File and symbol of VoIPbin's public source. */
  readonly source: string;
}

const variablesAtApi = 'bin-api-manager/server/variables.go validateVariables';
const apiDefaults = 'bin-api-manager/internal/config/main.go';

/** The bounds that a flow or a client of the API can meet. Sizes are in bytes, counts are plain. */
export const limits = {
  executions: {
    value: 101,
    doc: 'One run executes at most 101 actions. Skipped ones, jumps and the actions of fetched flows count, and so does reaching the end of the list. After that the flow is stopped and the call hung up.',
    source:
      'bin-flow-manager/pkg/activeflowhandler/db.go:288-291; bin-flow-manager/pkg/activeflowhandler/main.go maxActiveFlowExecuteCount',
  },
  stackDepth: {
    value: 100,
    doc: 'Flows that fetch flows can be nested 100 deep. Beyond that a jump stops the flow, and the end of a list ends it.',
    source: 'bin-flow-manager/pkg/stackmaphandler/main.go maxStackCount',
  },
  onCompleteChain: {
    value: 5,
    doc: 'At most five flows run one after another through `on_complete_flow_id`, the first one included. The sixth stops on its first action, and still starts the next one.',
    source:
      'bin-flow-manager/pkg/activeflowhandler/main.go maxActiveflowCompleteCount; bin-flow-manager/pkg/activeflowhandler/variable.go:36-47; bin-flow-manager/pkg/activeflowhandler/db.go:115-122',
  },
  actionsPerCycle: {
    value: 1000,
    doc: 'At most 1000 actions run in a row without anything that waits. The bound of 101 actions for one run comes first.',
    source:
      'bin-flow-manager/pkg/activeflowhandler/main.go maxNextActionLoopCount; bin-flow-manager/pkg/activeflowhandler/execute.go:85-125',
  },
  storedFlows: {
    value: 10_000,
    doc: 'An account can store 10 000 flows. Beyond that saving a new one fails with 500. Temporary flows do not count.',
    source: 'bin-flow-manager/pkg/flowhandler/db.go:20-37,90-98',
  },
  variableCount: {
    value: 100,
    doc: 'A request can give a flow at most 100 variables. With more the API refuses it with 400 INVALID_VARIABLES.',
    source: `${variablesAtApi} variablesMaxKeys`,
  },
  variableBytes: {
    value: 32 * 1024,
    doc: 'The value of a variable in a request has at most 32 KB. With more the API refuses it with 400 INVALID_VARIABLES.',
    source: `${variablesAtApi} variablesMaxValueBytes`,
  },
  variablesBytes: {
    value: 64 * 1024,
    doc: 'The names and values of all variables in a request have at most 64 KB together. With more the API refuses it with 400 INVALID_VARIABLES.',
    source: `${variablesAtApi} variablesMaxTotalBytes`,
  },
  mergedVariablesBytes: {
    value: 256 * 1024,
    doc: 'The variables that a new run starts with have at most 256 KB together. This includes those of the flow before it.',
    source: 'bin-flow-manager/pkg/activeflowhandler/main.go mergedVariablesMaxTotalBytes',
  },
  externalMediaPerCall: {
    value: 5,
    doc: 'A call has at most five external media streams at a time. A further `external_media_start` is skipped.',
    source: 'bin-call-manager/pkg/callhandler/external_media.go:20,49-52',
  },
  pageSize: {
    value: 100,
    doc: 'A page of a list has at most 100 entries. Any other `page_size` counts as 100.',
    source: 'bin-api-manager/server/flows.go GetFlows',
  },
  requestsPerMinute: {
    value: 1000,
    doc: 'An account can send about 1000 requests a minute, 33 of them at once. Beyond that the API answers 429 with `Retry-After`.',
    source: `${apiDefaults}:120-132`,
  },
} as const satisfies Readonly<Record<string, Limit>>;

/** How much a run may do by VoIPbin's documentation: so many actions in a row, and so many waits. Its engine counts {@link limits.executions}. */
export const documentedBudget = { actions: limits.actionsPerCycle.value, waits: 100 } as const;
