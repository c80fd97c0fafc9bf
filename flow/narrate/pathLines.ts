import type { FlowModel } from '../model/flowModel';
import { idsAsNames } from '../plain/idsAsNames';
import { namesOf } from '../plain/namesOf';
import type { RunEvent } from '../simulator';
import { narrate } from './narrate';
import type { Painter } from './painter';

/** The path of a run of a document, line by line, with the names of the document. Texts of the flow stand in it as they are. */
export function pathLines(events: readonly RunEvent[], model: FlowModel, paint: Painter): readonly string[] {
  return narrate(events, namesOf(model), paint).map((line) => idsAsNames(model, line));
}
