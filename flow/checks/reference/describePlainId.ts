import type { FlowModel } from '../../model/flowModel';
import { actionOfPlainId } from '../../plain/actionOfPlainId';
import { quote } from '../../text/quote';
import type { DanglingReference } from './listTargets';

/** What is to be said of a reference by the UUID that VoIPbin gets for a name: it works, but follows no rename. Undefined for every other reference. */
export function describePlainId(model: FlowModel, { from, id }: DanglingReference): string | undefined {
  const name = actionOfPlainId(model, from.scope, id)?.name;
  return name === undefined
    ? undefined
    : `VoIPbin gets this UUID for the name ${quote(name)}, so this leads to that action only until it gets another name. Write the name.`;
}
