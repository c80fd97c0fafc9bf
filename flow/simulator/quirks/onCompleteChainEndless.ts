import type { Quirk } from './quirk';

export const onCompleteChainEndless = {
  name: 'on-complete-chain-endless',
  documented: 'At most five flows run one after another through `on_complete_flow_id`.',
  observed:
    'A chain of `on_complete_flow_id` that names itself never ends. From the sixth on, each flow stops without variables and starts the next. A flow that sets `voipbin.activeflow.complete_count` starts the count again.',
  source:
    'bin-flow-manager/pkg/activeflowhandler/stop.go:46; bin-flow-manager/pkg/activeflowhandler/variable.go:36; seen by running it',
  deviates: true,
} as const satisfies Quirk;
