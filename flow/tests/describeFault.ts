import type * as z from 'zod';
import { closest } from '../text/closest';
import { joinWithOr } from '../text/joinWithOr';
import { kindOfValue } from '../text/kindOfValue';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value of a test file, as one or two sentences; `known` are the keys that there are where it stands. */
export function describeFault(issue: Issue, known: (path: readonly PropertyKey[]) => readonly string[]): string {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys;
      const meant = closest(key, known(issue.path));
      return `\`${key}\` is not a key here.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`;
    }
    case 'invalid_type':
      return issue.input === undefined
        ? `${nameOf(issue.path)} is missing. It is ${kindOfValue(issue.expected)}.`
        : `${nameOf(issue.path)} expects ${kindOfValue(issue.expected)}.`;
    case 'invalid_value':
      return `${nameOf(issue.path)} expects ${joinWithOr(issue.values.map((value) => JSON.stringify(value)))}.`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `${nameOf(issue.path)} ${issue.message}.`
        : `${nameOf(issue.path)} is too small. The minimum is ${issue.minimum}.`;
    case 'invalid_union': {
      const inner = typeof issue.input === 'object' ? issue.errors.at(-1)?.[0] : undefined;
      if (inner && inner.path.length > 0)
        return describeFault({ ...inner, path: [...issue.path, ...inner.path] }, known);
      return issue.message === 'Invalid input'
        ? `${nameOf(issue.path)} has a value that does not fit.`
        : `${nameOf(issue.path)} ${issue.message}.`;
    }
    default: {
      const message = issue.message.replace(/\.$/, '');
      return /^(expects|is|names) /.test(message)
        ? `${nameOf(issue.path)} ${message}.`
        : `${nameOf(issue.path)}: ${message}.`;
    }
  }
}

/** A value by the last key on the way to it: `digits[0]`. */
function nameOf(path: readonly PropertyKey[]): string {
  const key = path.map((part) => typeof part).lastIndexOf('string');
  if (key < 0) return path.length === 0 ? 'A test file' : `Item ${String(path[0])}`;
  const positions = path.slice(key + 1).map((part) => `[${String(part)}]`);
  return `\`${String(path[key])}${positions.join('')}\``;
}
