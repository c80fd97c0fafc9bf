import { type Answer, nilId, type Question } from '../../flow/simulator';
import { address } from '../resources/address';
import type { Engine } from './engine';
import type { LegListener } from './liveCall';
import type { Leg, LiveRun } from './liveRun';
import { place } from './place';
import { planDial, refusalTexts } from './plan';

/** Rings the parties of a `connect`: each is a leg of the run, which hears when it answers and when it is over. */
export function dialConnect(
  engine: Engine,
  run: LiveRun,
  { source, destinations, first }: Extract<Question, { kind: 'dial' }>,
): Answer {
  const { core } = engine;
  // Only what rings has a number.
  let next = first;
  const legs = destinations.map((destination) => {
    const plan = planDial(core, address(source ?? {}), address(destination), 'ring');
    if (typeof plan === 'string') {
      core.log(`connect: ${JSON.stringify(address(destination))} is left out, ${refusalTexts[plan]}`);
      return undefined;
    }
    const number = next++;
    const listener: LegListener = {
      answered: () => engine.deliver(run, { kind: 'leg', leg: number, becomes: 'answered', at: core.clock.now() }),
      over: (reason) =>
        engine.deliver(run, { kind: 'leg', leg: number, becomes: 'over', reason, at: core.clock.now() }),
    };
    const masterCallId = run.live?.call.id ?? nilId;
    const { calls } = place(engine, plan, { role: 'connected', run, tell: listener, masterCallId });
    const leg: Leg = {
      id: plan.id,
      drop: () => {
        for (const live of calls) engine.hangUp(live, { by: 'local', reason: 'normal' });
      },
    };
    run.legs.set(number, leg);
    return { id: plan.id, group: plan.members !== undefined };
  });
  return { kind: 'dialled', legs };
}
