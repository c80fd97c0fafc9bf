import { partyVariables, saidOfParty } from './handlers/call';
import type { RunInput } from './runInput';
import type { WorldScript } from './world/worldScript';

/** A run as it begins in a world that says how variables are set, and with which of the called parties the call is. */
export function inputIn(
  input: RunInput,
  { variables, destination }: Pick<WorldScript, 'variables' | 'destination'>,
): RunInput {
  const own = destination ? calling(input, destination) : input;
  return variables ? { ...own, variables: { ...own.variables, ...variables } } : own;
}

/** The call to one party and to no other. Variables that the document sets itself stay as they are. */
function calling(input: RunInput, said: NonNullable<WorldScript['destination']>): RunInput {
  const { dials, variables } = input;
  if (!dials) return input;
  const destination = saidOfParty(said);
  const before = partyVariables('destination', dials.destination);
  const after = Object.entries(partyVariables('destination', destination));
  const replaced = after.filter(([name]) => variables?.[name] === before[name]);
  return {
    ...input,
    dials: { destination, early: dials.early },
    variables: { ...variables, ...Object.fromEntries(replaced) },
  };
}
