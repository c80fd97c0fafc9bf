import { countedFromOne, findQuirk, quote, type RunEvent, shortQuantity } from '../../flow';

/**
 * What an event of a run says to a reader of the log; undefined when it is not worth a line.
 *
 * `mask` hides secrets in what the flow says; it comes before long texts are cut, or half of a secret would be left.
 */
export function describe(event: RunEvent, mask: (text: string) => string): string | undefined {
  const said = (text: string) => quote(mask(text));
  switch (event.type) {
    case 'action':
      return `${event.action}${event.skipped ? ', which does nothing here' : ''} (${event.used}${event.limit === undefined ? '' : ` of ${event.limit}`})`;
    case 'action-end':
      // One that stops the flow is told by its end.
      return event.result === 'failed' && event.reason !== undefined
        ? `${event.action} had no effect: ${event.detail ?? event.reason}`
        : undefined;
    case 'said':
      return `says ${said(event.text)}`;
    case 'played':
      return `plays ${event.urls.length === 1 ? 'a file' : `${event.urls.length} files`}`;
    case 'key':
      return `key ${event.key}, digits ${said(event.digits)}`;
    case 'variable':
      if (event.by === 'ai') return `the AI sets ${said(event.name)} to ${said(event.value ?? '')}`;
      return event.by === 'variable_set' ? `sets ${said(event.name)} to ${said(event.value ?? '')}` : undefined;
    case 'jump':
      return `goes to ${event.to.type} at ${countedFromOne(event.to.index)} (${event.edge})`;
    case 'test':
      return `the condition is ${event.holds}`;
    case 'quirk':
      return event.active && findQuirk(event.quirk)?.deviates ? `! ${findQuirk(event.quirk)?.observed}` : undefined;
    case 'assumed':
      return event.detail;
    case 'question':
      return describeQuestion(event.question);
    case 'end':
      return `flow ends: ${event.detail}`;
    default:
      return undefined;
  }
}

function describeQuestion(question: Extract<RunEvent, { type: 'question' }>['question']): string | undefined {
  if (question.kind === 'request') return `${question.service}: nothing leaves the sandbox`;
  if (question.kind !== 'wait' || question.for !== 'digits' || question.received !== 0) return undefined;
  const { until = question.began, began } = question;
  return `waits for keys, up to ${shortQuantity(until - began, 'ms')}`;
}
