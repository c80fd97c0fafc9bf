import { ApiError } from './apiError';
import type { CallBody } from './bodies';
import type { Clock } from './clock';
import type { RequestOptions } from './endpoint';
import { findRecentCalls } from './findRecentCalls';
import { lookAgain } from './lookAgain';
import type { Call, Groupcall } from './resources';
import type { VoipbinApi } from './voipbinApi';

/** Calls that exist now. */
export interface PlacedCalls {
  readonly calls: readonly Call[];
  /** One for each agent or extension that was called; their calls come as `call_ids`. */
  readonly groupcalls: readonly Groupcall[];
  /** The answer was lost, and these were found in the list of calls by source, destination and time. */
  readonly wasFound: boolean;
}

/** Milliseconds before each look; a call may be listed a little later. */
const looks = [0, 2000, 5000];

/**
 * Places a call, once. When it stays open whether VoIPbin did it, the list of calls is looked through instead of calling again.
 *
 * If the call is not found, the error still says that it may exist, because nothing proves that it does not.
 */
export async function placeCall(
  api: VoipbinApi,
  body: CallBody,
  { clock, ...options }: RequestOptions & { readonly clock: Clock },
): Promise<PlacedCalls> {
  const since = clock.now();
  try {
    const { calls, groupcalls } = await api.createCall(body, options);
    return { calls, groupcalls, wasFound: false };
  } catch (error) {
    if (!(error instanceof ApiError) || !error.mayHaveHappened || error.kind === 'cancelled') throw error;
    const { signal } = options;
    // What is told in the end is how placing the call failed, not how looking for it did.
    const calls = await lookAgain(looks, clock, () => findRecentCalls(api, body, since, { signal }), signal);
    if (calls.length === 0) throw notFound(error);
    return { calls, groupcalls: [], wasFound: true };
  }
}

function notFound(error: ApiError): ApiError {
  const message = `${error.message} VoIPbin does not list it yet; check again in a minute.`;
  return new ApiError(error.kind, message, error);
}
