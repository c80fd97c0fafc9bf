import type { Answer, Question } from '../../flow';
import { address } from '../resources/address';
import type { Engine } from './engine';
import type { OngoingRun } from './ongoingRun';
import { placeCalls } from './placeCalls';
import { planDial, refusalTexts } from './planDial';

/** Rings the parties of a `connect`. The run gets an event when a party answers, and when its call is over. */
export function dialConnect(
  engine: Engine,
  run: OngoingRun,
  { source, destinations, first }: Extract<Question, { kind: 'dial' }>,
): Answer {
  const { core } = engine;
  // Only parties that ring have a number.
  let next = first;
  const legs = destinations.map((destination) => {
    const plan = planDial(core, address(source ?? {}), address(destination), 'ring');
    if (typeof plan === 'string') {
      core.log(`connect: ${JSON.stringify(address(destination))} is left out, ${refusalTexts[plan]}`);
      return undefined;
    }
    const number = next++;
    const becomes = (state: 'answered' | 'over', reason?: string) =>
      run.deliver({ kind: 'leg', leg: number, becomes: state, reason, at: core.clock.now() });
    const listener = { answered: () => becomes('answered'), over: (reason: string) => becomes('over', reason) };
    run.parties.set(number, placeCalls(engine, plan, { role: 'connected', run, listener }));
    return { id: plan.id, group: plan.members !== undefined };
  });
  return { kind: 'dialled', legs };
}
