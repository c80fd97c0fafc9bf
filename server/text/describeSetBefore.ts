import { setBefore } from '../../flow/graph/setBefore';
import type { ActionNode, FlowModel } from '../../flow/model/flowModel';

/** Whether a variable of the author's has a value when an action runs, as a sentence. */
export function describeSetBefore(model: FlowModel, name: string, action: ActionNode): string {
  switch (setBefore(model, name, action)) {
    case 'every':
      return 'It is set on every way to here.';
    case 'some':
      return 'It is set on some ways to here. On the others it is an empty string.';
    case 'none':
      return 'It is not set on any way to here. It is an empty string, unless the flow is started with it.';
  }
}
