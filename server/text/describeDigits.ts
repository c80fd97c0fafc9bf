import { type ActionNode, codeSpan, type Digits, endKeysOf, lengthOf } from '../../flow';

/** What `voipbin.call.digits` can hold before an action, as a list of phrases in Markdown. */
export function describeDigits({ receives, most, foreign, unknown }: Digits, reader: ActionNode): string {
  const parts = receives.map((receive) => describeKeys(receive, reader));
  // A question adds to what is there, and asks nothing where that is enough.
  if (receives.length > 0 && most > Math.max(...receives.map(lengthOf)))
    parts.push(`${countOf(most)} from before that`);
  if (unknown) parts.push('a text that another flow, an AI or a `variable_set` sets');
  if (foreign) parts.push('what an earlier flow left');
  if (parts.length === 0 && most === 0) return '**Here it is** empty';
  if (parts.length === 0) parts.push('one key that was pressed early, or nothing');
  return `**Here it can hold** ${parts.length === 1 ? parts[0] : `\n- ${parts.join('\n- ')}`}`;
}

function describeKeys(receive: ActionNode, reader: ActionNode): string {
  const count = countOf(lengthOf(receive));
  const end = endKeysOf(receive);
  const all = end === '' ? count : `${count}, the end key ${codeSpan(end)} included`;
  const whose = `of action ${receive.position + 1}`;
  return reader.type === 'digits_receive' ? `old keys: ${all}, ${whose}` : `${all}, ${whose}`;
}

const countOf = (most: number) =>
  Number.isFinite(most) ? `up to ${most} ${most === 1 ? 'key' : 'keys'}` : 'any number of keys';
