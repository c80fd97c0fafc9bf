import type * as z from 'zod';
import { ApiError } from './apiError';
import { readJson } from './readJson';
import type { HttpAnswer } from './send';

/** The checked body of a good answer; otherwise an `ApiError` that names the field, and never its value, which may be a secret. */
export function readAnswer<T>(
  schema: z.ZodType<T>,
  answer: HttpAnswer,
  { doing, mayExist }: { readonly doing: string; readonly mayExist?: string | undefined },
): T {
  const fail = (what: string, next: string) =>
    new ApiError('shape', `VoIPbin was asked to ${doing}, but ${what} ${mayExist ?? next}`, {
      status: answer.status,
      // A good status says that it was done.
      mayHaveHappened: mayExist !== undefined,
      lasting: true,
    });
  const checkAddress = 'Check the address of the profile in the setting voipbin.profiles.';
  let body: unknown;
  try {
    body = answer.text.trim() === '' ? undefined : readJson(answer.text);
  } catch {
    const page = /^\s*<(!doctype|html)/i.test(answer.text);
    throw fail(page ? 'the answer is a web page.' : 'the answer is not JSON.', checkAddress);
  }
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  if (body === undefined) throw fail('the answer is empty.', checkAddress);
  const issue = result.error.issues[0];
  const field = issue && issue.path.length > 0 ? `\`${renderPath(issue.path)}\`` : 'it';
  throw fail(
    `the answer is not as expected: ${field} is ${kindAt(body, issue?.path ?? [])}, not ${wanted(issue)}.`,
    'Update the VoIPbin Flow extension; if that does not help, report it with this message.',
  );
}

function renderPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

function kindAt(body: unknown, path: readonly PropertyKey[]): string {
  let value = body;
  for (const part of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[part];
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function wanted(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code !== 'invalid_type') return 'what it should be';
  if (issue.expected === 'array') return 'a list';
  return issue.expected === 'object' ? 'an object' : `a ${issue.expected}`;
}
