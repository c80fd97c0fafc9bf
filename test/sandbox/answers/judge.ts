import type * as z from 'zod';
import { answers } from './index';
import { failure } from './parts';

const rest = new Map(answers.flatMap((answer) => Object.entries(answer.rest)));
const made = new Set(answers.flatMap((answer) => answer.made ?? []));
const events = answers.flatMap((answer) => answer.events ?? []);

/** What is wrong with an answer of the REST API, a line for each fault; none: it is as VoIPbin's. */
export function judgeAnswer(method: string, path: string, status: number, body: string): readonly string[] {
  const asked = `${method} ${path}`;
  // Signing in says nothing when it fails, and a websocket is refused before anything speaks JSON.
  const isMute = asked === 'GET /v1.0/ws' || (asked === 'POST /auth/login' && body === '');
  if (status >= 400) return isMute ? [] : judge(`${asked} ${status}`, failure, body);
  if (isMute || method === 'OPTIONS') return [];
  const route = [...rest.keys()].find((text) => isAt(text, asked));
  const schema = rest.get(route ?? '');
  if (!schema) return [`${asked}: nothing says what VoIPbin answers; add it to test/sandbox/answers`];
  return status === (made.has(route ?? '') ? 201 : 200) ? judge(asked, schema, body) : [`${asked}: answers ${status}`];
}

/** What is wrong with an event of the stream, as for `judgeAnswer`. Events do not say what they are of: their members do. */
export function judgeEvent(body: string): readonly string[] {
  if (body === judged.body) return judged.faults;
  const members = Object.keys(JSON.parse(body) as object);
  const kinds = events.filter(({ shape }) => members.every((member) => member in shape));
  const faults = (kinds.length > 0 ? kinds : events).map((schema) => judge(`event ${body.slice(0, 60)}`, schema, body));
  judged = { body, faults: faults.reduce((nearest, fault) => (fault.length < nearest.length ? fault : nearest)) };
  return judged.faults;
}

/** Each event comes twice. */
let judged: { readonly body: string; readonly faults: readonly string[] } = { body: '', faults: [] };

function isAt(route: string, asked: string): boolean {
  const below = route.startsWith('POST /auth') ? route : route.replace(' ', ' /v1.0');
  const wanted = below.split('/');
  const parts = asked.split('/');
  return wanted.length === parts.length && wanted.every((text, index) => text === '{id}' || text === parts[index]);
}

/** An empty body is judged as undefined. */
function judge(what: string, schema: z.ZodType, body: string): readonly string[] {
  let value: unknown;
  try {
    value = body === '' ? undefined : JSON.parse(body);
  } catch {
    return [`${what}: is not JSON: ${body.slice(0, 80)}`];
  }
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(({ path, message }) => `${what}: ${path.join('.')}: ${message}`);
}
