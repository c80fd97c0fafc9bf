import type * as z from 'zod';
import { answers } from './index';
import { failure } from './parts';

const rest = new Map(answers.flatMap((one) => Object.entries(one.rest)));
const made = new Set(answers.flatMap((one) => one.made ?? []));
const events = new Map(answers.flatMap((one) => Object.entries(one.events ?? {})));

/** What is wrong with an answer of the REST API, a line for each fault; none: it is as VoIPbin's. */
export function judgeAnswer(method: string, path: string, status: number, body: string): readonly string[] {
  const asked = `${method} ${path}`;
  // Signing in says nothing when it fails, and a websocket is refused before anything speaks JSON.
  if (status >= 400 && /^(POST \/auth\/login|GET \/v1\.0\/ws)$/.test(asked) && !body.startsWith('{')) return [];
  if (status >= 400) return judge(`${asked} ${status}`, failure, body);
  const route = [...rest.keys()].find((one) => isAt(one, asked));
  const schema = route === undefined ? undefined : rest.get(route);
  if (!schema) return [];
  return status === (made.has(route ?? '') ? 201 : 200) ? judge(asked, schema, body) : [`${asked}: answers ${status}`];
}

/** What is wrong with an event of the stream, as for `judgeAnswer`. */
export function judgeEvent(body: string): readonly string[] {
  const members = Object.keys(JSON.parse(body) as object);
  const [member, ...more] = [...events.keys()].filter((one) => members.includes(one));
  const schema = member === undefined || more.length > 0 ? undefined : events.get(member);
  return schema ? judge(`event with ${member}`, schema, body) : [];
}

function isAt(route: string, asked: string): boolean {
  const below = route.startsWith('POST /auth') ? route : route.replace(' ', ' /v1.0');
  const wanted = below.split('/');
  const parts = asked.split('/');
  return wanted.length === parts.length && wanted.every((one, index) => one === '{id}' || one === parts[index]);
}

function judge(what: string, schema: z.ZodType, body: string): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return [`${what}: is not JSON: ${body.slice(0, 80)}`];
  }
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(({ path, message }) => `${what}: ${path.join('.')}: ${message}`);
}
