import { mayBeFlowText, readFlow } from '../../flow';

/** Whether a JSON file can be meant as a flow, also one with mistakes: it has the form of a flow or of a list of actions. */
export function canBeFlow(text: string): boolean {
  if (!mayBeFlowText(text)) return false;
  const { shape } = readFlow(text, { jsonc: true });
  return shape !== 'unknown' && shape !== 'response';
}
