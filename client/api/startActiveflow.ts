import { ApiError } from './apiError';
import type { ActiveflowBody } from './bodies';
import type { RequestOptions } from './endpoint';
import type { Activeflow } from './resources';
import type { VoipbinApi } from './voipbinApi';

/**
 * Starts a flow without a phone, once. It is given an id of ours (from `newId`, a UUID), so that it can be asked for when the answer is lost.
 *
 * Source: bin-api-manager/server/activeflows.go, PostActiveflows takes over `id`.
 */
export async function startActiveflow(
  api: VoipbinApi,
  body: ActiveflowBody,
  newId: () => string,
  options?: RequestOptions,
): Promise<Activeflow> {
  const id = body.id ?? newId();
  try {
    return await api.createActiveflow({ ...body, id }, options);
  } catch (error) {
    if (!(error instanceof ApiError) || !error.mayHaveHappened || error.kind === 'cancelled') throw error;
    try {
      return await api.getActiveflow(id, { signal: options?.signal });
    } catch {
      // That it was not found proves nothing: it may still be on its way.
      throw error;
    }
  }
}
