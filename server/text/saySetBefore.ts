import { setBefore } from '../../flow/graph/setBefore';
import type { ActionNode, FlowModel } from '../../flow/model/flowModel';

/** Whether a variable of the author's has a value when an action runs, as a sentence. */
export function saySetBefore(model: FlowModel, name: string, action: ActionNode): string {
  switch (setBefore(model, name, action)) {
    case 'every':
      return 'It is set on every way to here.';
    case 'some':
      return 'It is set on some ways to here. On the others an empty text takes its place.';
    case 'none':
      return 'It is not set on any way to here: an empty text takes its place, unless the flow is started with it.';
  }
}
