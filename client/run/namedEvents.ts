import { type FlowModel, idsAsNames, nameById, type RunEvent } from '../../flow';

/** What the simulator tells of a document, in the words of the document: its names in the place of their UUIDs. */
export function namedEvents(events: readonly RunEvent[], model: FlowModel): readonly RunEvent[] {
  if (nameById(model).size === 0) return events;
  return events.map((event) =>
    'detail' in event && event.detail !== undefined ? { ...event, detail: idsAsNames(model, event.detail) } : event,
  );
}
