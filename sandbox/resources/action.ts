import { finishId, type JsonObject, nilUuid, type SavedAction, startId } from '../../flow';

/** An action, as the API has it: ids are always there, the rest only when set. Source: bin-flow-manager/models/action/action.go. */
export interface Action {
  readonly id: string;
  readonly next_id: string;
  readonly type?: string;
  readonly option?: JsonObject;
  /** Only on the `action` of a call. */
  readonly tm_execute?: string;
}

export function action(id: string, nextId: string, type: string, option: JsonObject | undefined): Action {
  const hasOption = option !== undefined && Object.keys(option).length > 0;
  return { id, next_id: nextId, ...(type === '' ? {} : { type }), ...(hasOption ? { option } : {}) };
}

export const fromSaved = ({ id, nextId, type, option }: SavedAction): Action => action(id, nextId, type, option);

export const toSaved = ({ id, next_id, type = '', option }: Action): SavedAction => ({
  id,
  nextId: next_id,
  type,
  option,
});

/** Where the cursor of a flow stands before its first action. */
export const startAction: Action = { id: startId, next_id: nilUuid };
/** Where it stands when the flow has come to its end. */
export const finishAction: Action = { id: finishId, next_id: nilUuid };
