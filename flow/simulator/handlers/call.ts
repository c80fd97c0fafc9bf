import { addressKeys } from '../../catalog/address';
import type { JsonObject } from '../../json/jsonValue';
import { nilUuid } from '../../model/uuid';
import { isSaved } from '../go/decodeOption';
import { bounds } from '../run/bounds';
import { type Continuation, event, meetBound, next, placeOf, type Run, stop } from '../run/run';
import { finishActions } from '../save/saveActions';
import { type ActionList, actionList, type SavedAction } from '../stack/actionList';
import { dial } from './connect';
import { flagOf, type Handler, idOf, listOf, objectOf, objectsOf, optionText } from './handler';

/**
 * Places calls that run a flow of their own, while this one goes on at once.
 *
 * The nested actions become a temporary flow, which is validated now. Source: actionhandle.go actionHandleCall.
 */
export const call: Handler = function* (run, option) {
  const flowId = idOf(option, 'flow_id');
  let saved: ActionList | undefined;
  if (flowId === nilUuid) {
    const list = temporaryFlow(run, listOf(option, 'actions').filter(isSaved));
    if ('kind' in list) return list;
    saved = list;
  }
  const source = objectOf(option, 'source');
  if (!source) return stop('crash', 'Without `source` VoIPbin fails to place the call, and the flow stops.');
  const dialled = yield* dial(run, 'call', source, objectsOf(option, 'destinations'), optionText(option, 'anonymous'));
  if ('refused' in dialled) return stop('no outgoing call', `No call could be placed: ${dialled.refused}.`);
  for (const { id, destination } of dialled.legs) {
    if (run.calls >= bounds['placed-calls'].value) {
      yield meetBound(run, 'placed-calls');
      break;
    }
    const child = {
      cause: 'call',
      child: run.children++,
      call: run.calls++,
      callId: id,
      destination,
      chained: flagOf(option, 'chained') && run.input.referenceType === 'call',
      input: {
        ...(saved ? { saved } : { flowId }),
        referenceType: 'call',
        referenceId: id,
        direction: 'outgoing',
        dials: { destination, early: flagOf(option, 'early_execution') },
        variables: callVariables(id, source, destination),
        startedAt: run.clock,
      },
    } as const;
    yield event(run, { type: 'child', child });
  }
  return next;
};

function temporaryFlow(run: Run, actions: readonly SavedAction[]): ActionList | Continuation {
  const made = finishActions(actions, run.ids);
  if (!made.ok) {
    const error = made.reason === 'INVALID_ANONYMOUS_VALUE' ? 'invalid anonymous value' : 'invalid action type';
    return stop(error, `The flow of the new call is refused: ${made.message} (\`actions[${made.position ?? 0}]\`).`);
  }
  const { path } = placeOf(run) ?? {};
  return actionList(made.actions, '', path && [...path, 'option', 'actions']);
}

/** Source: bin-call-manager/pkg/callhandler/variable.go. */
export function callVariables(
  id: string,
  source: JsonObject,
  destination: JsonObject,
  direction: 'incoming' | 'outgoing' = 'outgoing',
): Record<string, string> {
  return {
    'voipbin.call.id': id,
    ...partyVariables('source', source),
    ...partyVariables('destination', destination),
    'voipbin.call.direction': direction,
    'voipbin.call.master_call_id': nilUuid,
    'voipbin.call.digits': '',
  };
}

/** What the variables of a call say of who calls, or who is called. */
export function partyVariables(
  side: 'source' | 'destination',
  address: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const said = saidOfParty(address);
  return Object.fromEntries(addressKeys.map((name) => [`voipbin.call.${side}.${name}`, said[name] ?? '']));
}

/** What an address says of a party, as a world says it. */
export function saidOfParty(address: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    addressKeys.flatMap((name) => {
      const text = address[name];
      return typeof text === 'string' ? [[name, text]] : [];
    }),
  );
}
