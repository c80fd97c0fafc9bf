import { type KnownSections, layOutInSteps } from '../../flow';
import type { FromLayouts, ToLayouts } from './layoutMessages';

/** Milliseconds between checks for a newer version. */
const share = 16;

/** The worker's clock, and how it lets messages in. */
export interface LayoutHost {
  now(): number;
  pause(): Promise<void>;
}

/** Lays out pictures on request, and reuses the places of the version before. A newer version ends the layout of an older one. */
export function answerLayouts(
  post: (answer: FromLayouts) => void,
  { now, pause }: LayoutHost,
): (asked: ToLayouts) => Promise<void> {
  const pictures = new Map<number, { readonly known: KnownSections; version: number }>();
  return async ({ picture, version, sketch }) => {
    if (!sketch) {
      pictures.delete(picture);
      return;
    }
    const own = pictures.get(picture) ?? { known: new Map(), version };
    own.version = version;
    pictures.set(picture, own);
    const isWanted = async () => {
      await pause();
      return pictures.get(picture) === own && own.version === version;
    };
    // Of several that arrive together, only the last one is begun.
    if (!(await isWanted())) return;
    try {
      const steps = layOutInSteps(sketch, own.known);
      for (let begun = now(); ; ) {
        const step = steps.next();
        if (step.done) return post({ picture, version, result: step.value });
        if (now() - begun < share) continue;
        if (!(await isWanted())) return;
        begun = now();
      }
    } catch (error) {
      post({ picture, version, result: error instanceof Error ? error.message : String(error) });
    }
  };
}
