import {
  type ActionPlace,
  actionAtPath,
  type FlowModel,
  jumpName,
  type Picture,
  type RunInput,
  type Simulation,
  scriptedWorld,
  simulate,
  type TakenStep,
  takenBy,
  type WorldScript,
} from '../../flow';

/** What the call of a world takes of a picture, with the new calls that it places. */
export function takenIn(picture: Picture, model: FlowModel, input: RunInput, world: WorldScript): ReadonlySet<string> {
  const actionAt = (place: ActionPlace | undefined) => actionAtPath(model, place?.path);
  const taken = new Set<string>();
  const add = ({ events, result, children }: Simulation) => {
    const steps: TakenStep[] = [];
    for (const event of events) {
      const last = steps.at(-1);
      const jump = event.type === 'jump' ? event : event.type === 'action-end' ? event.jump : undefined;
      if (jump && last && last.action === actionAt(event.place))
        steps[steps.length - 1] = { ...last, by: jumpName(jump) };
      const action = event.type === 'action' ? actionAt(event.place) : undefined;
      if (action) steps.push({ action, by: 'next' });
    }
    const isHangup = result.outcome === 'hangup' && result.hangup?.by === 'flow';
    const end = result.error ? 'dropped' : result.outcome === 'finished' || isHangup ? 'end' : undefined;
    for (const key of takenBy(picture, steps, end)) taken.add(key);
    for (const child of children) add(child);
  };
  add(simulate(input, scriptedWorld(world)));
  return taken;
}
