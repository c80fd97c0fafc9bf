import { type JsonObject, limits } from '../../flow';
import { invalid } from './apiError';
import { textsOf } from './body';

const bytes = (text: string) => new TextEncoder().encode(text).length;

/**
 * The variables that a request gives to a flow. Too many are refused; empty names and those of the platform's own are dropped silently.
 *
 * Sources: bin-api-manager/server/variables.go; bin-flow-manager/pkg/activeflowhandler/variable.go.
 */
export function readVariables(body: JsonObject): Readonly<Record<string, string>> {
  const entries = Object.entries(textsOf(body, 'variables'));
  const total = entries.reduce((sum, [name, value]) => sum + bytes(name) + bytes(value), 0);
  const isTooMuch =
    entries.length > limits.variableCount.value ||
    entries.some(([, value]) => bytes(value) > limits.variableBytes.value) ||
    total > limits.variablesBytes.value;
  if (isTooMuch) {
    throw invalid('INVALID_VARIABLES', 'At most 100 variables, 32 KB for a value and 64 KB together are accepted.');
  }
  return Object.fromEntries(
    entries
      .map(([name, value]) => [name.trim(), value])
      .filter(([name = '']) => name !== '' && !/^voipbin\./i.test(name)),
  );
}
