import assert from 'node:assert/strict';
import { ApiError } from '../../client/api/apiError';
import { type ApiSettings, createVoipbinApi } from '../../client/api/createVoipbinApi';
import type { VoipbinApi } from '../../client/api/voipbinApi';
import { type FakeClock, fakeClock } from './fakeClock';
import { type Behavior, type MisbehavingServer, misbehavingServer, type Received } from './misbehavingServer';

export interface Bench {
  readonly api: VoipbinApi;
  readonly clock: FakeClock;
  readonly server: MisbehavingServer;
  /** Everything that was logged. */
  readonly logged: readonly string[];
}

/** Runs a test with the API at a server that behaves as told, over HTTP, with a clock that stands still. */
export async function withApi(
  behaviors: readonly Behavior[] | ((request: Received) => Behavior),
  test: (bench: Bench) => Promise<void>,
  settings: (origin: string) => Partial<ApiSettings> = () => ({}),
): Promise<void> {
  const server = await misbehavingServer(behaviors);
  const clock = fakeClock();
  const logged: string[] = [];
  const log = { debug: (message: string) => logged.push(message), warn: (message: string) => logged.push(message) };
  const api = createVoipbinApi({
    baseUrl: `${server.origin}/v1.0`,
    fetch,
    clock,
    random: () => 0,
    log,
    ...settings(server.origin),
  });
  try {
    await test({ api, clock, server, logged });
  } finally {
    await server.close();
  }
}

/** The error with which something fails; it has to be one of the API's. */
export async function failureOf(running: Promise<unknown>): Promise<ApiError> {
  const error = await running.then(
    () => assert.fail('it did not fail'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ApiError, String(error));
  return error;
}
