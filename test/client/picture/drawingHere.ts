import { createDrawing } from '../../../client/picture/drawing';
import { type KnownSections, layOut } from '../../../flow/layout/layOut';

/** A drawing that is laid out at once, without a worker. */
export function drawingHere() {
  const known: KnownSections = new Map();
  return createDrawing(async (sketch) => layOut(sketch, known));
}
