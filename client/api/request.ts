import { answerError } from './answerError';
import { ApiError, isPassing } from './apiError';
import { backoff } from './backoff';
import { pause } from './clock';
import type { Credentials } from './credentials';
import { authorize } from './credentials';
import type { Endpoint, RequestInput } from './endpoint';
import { jsonText } from './exactJson';
import { stoppedError } from './networkError';
import { readAnswer } from './readAnswer';
import { type HttpAnswer, type Sender, send } from './send';
import type { SignIn } from './signIn';

export interface Requester {
  readonly sender: Sender;
  readonly signIn: SignIn;
  readonly random: () => number;
  /** The whole address of an endpoint, without credentials. */
  urlOf(endpoint: Endpoint<unknown>, input: RequestInput): URL;
  /** Is told of every answer, good or bad. */
  onAnswer(answer: HttpAnswer): void;
}

const defaultTimeoutMs = 15_000;
const defaultRepeats = 2;
/** Beyond this the user is told to wait instead of being kept waiting. In seconds. */
const maxWait = 30;

/**
 * The checked answer of one endpoint.
 *
 * A read is repeated after time-outs, broken connections, 429 and 5xx, as long as the server asks to wait or with growing pauses. Anything
 * else goes out exactly once: a call that is placed twice rings twice and is paid twice. A sign-in that is not accepted is renewed once.
 */
export async function request<T>(requester: Requester, endpoint: Endpoint<T>, input: RequestInput = {}): Promise<T> {
  const { sender, signIn } = requester;
  const isRead = endpoint.method === 'GET';
  const repeats = isRead ? (input.repeats ?? defaultRepeats) : 0;
  let renewed = false;
  for (let attempt = 0; ; attempt++) {
    const used = signIn.current();
    try {
      return await once(requester, endpoint, input, used);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 401 && used?.kind === 'token' && !renewed) {
        renewed = true;
        if (!(await signIn.renew(used))) throw error;
        if (!isRead) throw signedInAgain(endpoint.doing);
        attempt -= 1;
      } else {
        const wait = waitBefore(error, attempt, requester.random);
        if (attempt >= repeats || wait === undefined) throw error;
        sender.log.debug(`The next attempt to ${endpoint.doing} is in ${wait} ms.`);
        await pause(sender.clock, wait, input.signal);
      }
      if (input.signal?.aborted) throw stoppedError('cancelled', endpoint.doing, 0, undefined);
    }
  }
}

async function once<T>(
  { sender, urlOf, onAnswer }: Requester,
  endpoint: Endpoint<T>,
  input: RequestInput,
  credentials: Credentials | undefined,
): Promise<T> {
  const { method, doing, mayExist } = endpoint;
  const { url, headers } = authorize(urlOf(endpoint, input), credentials);
  const body = input.body === undefined ? undefined : jsonText(input.body);
  const answer = await send(sender, {
    method,
    url,
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
    timeoutMs: input.timeoutMs ?? endpoint.timeoutMs ?? defaultTimeoutMs,
    signal: input.signal,
    doing,
    mayExist,
  });
  onAnswer(answer);
  const isGood = answer.status >= 200 && answer.status < 300;
  try {
    if (!isGood) throw answerError(endpoint, answer, sender.mask);
    return readAnswer(endpoint.answer, answer, endpoint);
  } catch (error) {
    if (error instanceof ApiError) {
      const id = error.requestId === undefined ? '' : ` (request ${error.requestId})`;
      sender.log.warn(sender.mask(`${method} ${endpoint.path}: ${error.message}${id}`));
    }
    throw error;
  }
}

/** Milliseconds until a read may be repeated; undefined when it should not be. */
function waitBefore(error: ApiError, attempt: number, random: () => number): number | undefined {
  if (!isPassing(error) || (error.retryAfter ?? 0) > maxWait) return undefined;
  const pauseMs = backoff(attempt, random);
  // What the server asks for is the least; the rest keeps many clients out of step.
  return error.retryAfter === undefined ? pauseMs : error.retryAfter * 1000 + pauseMs;
}

function signedInAgain(doing: string): ApiError {
  return new ApiError(
    'unauthorized',
    `The sign-in had expired, so VoIPbin did not ${doing}. You are signed in again: repeat the command.`,
    { status: 401 },
  );
}
