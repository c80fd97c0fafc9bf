import { isList } from '../../json/jsonValue';
import { DecodeError, decodeAction } from '../go/decodeOption';
import { parseGoJson } from '../go/parseGoJson';
import { ask } from '../run/ask';
import { pushList } from '../run/pushList';
import { pass } from '../run/recordings';
import { next, stop } from '../run/run';
import { timeOf } from '../run/wait';
import { actionList, type SavedAction } from '../stack/actionList';
import { type Handler, optionText } from './handler';

/**
 * Asks a URL for a list of actions and runs it before the flow continues. The list is neither checked nor given ids.
 *
 * Source: bin-flow-manager/pkg/actionhandler/action.go ActionFetchGet.
 */
export const fetch: Handler = function* (run, option) {
  const url = optionText(option, 'event_url');
  const method = optionText(option, 'event_method') || 'GET';
  if (!token.test(method))
    return stop('fetch failed', `\`event_method\` is not an HTTP method, so nothing is fetched.`);
  const body = { activeflow_id: run.id, reference_id: run.referenceId };
  const answer = yield* ask(run, { kind: 'fetch', url, method, body });
  yield* pass(run, timeOf(answer, run.clock));
  if (answer.kind !== 'response') return stop('fetch failed', `${url || 'The empty URL'} cannot be reached.`);
  if (answer.status !== 200) return stop('fetch status', `${url} answers ${answer.status}; only 200 is accepted.`);
  const actions = readActions(answer.body, !run.quirks['text-id-dropped']);
  if (typeof actions === 'string') return stop('decode', `The answer of ${url} cannot be read: ${actions}.`);
  yield* pushList(run, actionList(actions, `fetch/${url}/`), 'fetch');
  return next;
};

function readActions(body: string, anyText: boolean): readonly SavedAction[] | string {
  const value = parseGoJson(body);
  if (value === undefined) return 'it is not JSON';
  if (value === null) return [];
  if (!isList(value)) return 'it is not a list of actions';
  try {
    return value.map((jsonValue, position) => decodeAction(jsonValue, `[${position}]`, { anyText }));
  } catch (error) {
    if (error instanceof DecodeError) return error.message;
    throw error;
  }
}

/** What an HTTP method may be made of; Go sends no request with any other. Source: Go's net/http validMethod. */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
