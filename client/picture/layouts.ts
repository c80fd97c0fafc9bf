import type { PlacedPicture, Sketch } from '../../flow';
import type { SideWorker, SideWorkerEvents } from '../sideWorker';
import type { FromLayouts, ToLayouts } from './layoutMessages';

/** A picture with its places; undefined where a newer version was asked for before it was done. */
export type LayOut = (sketch: Sketch) => Promise<PlacedPicture | undefined>;

/** The layout of one picture. */
export interface Layout {
  readonly layOut: LayOut;
  close(): void;
}

export interface Layouts {
  open(): Layout;
  stop(): void;
}

interface Waiting {
  readonly version: number;
  done(placed: PlacedPicture | undefined): void;
  failed(error: Error): void;
}

/** Layouts in a worker that all pictures share. It is started at once, while pages load, and again when it has failed. */
export function createLayouts(start: (events: SideWorkerEvents) => SideWorker): Layouts {
  const waiting = new Map<number, Waiting>();
  let pictures = 0;
  const settle = (picture: number, end: (last: Waiting) => void) => {
    const last = waiting.get(picture);
    waiting.delete(picture);
    if (last) end(last);
  };
  const started = (): SideWorker => {
    const own = start({
      message(data) {
        const { picture, version, result } = data as FromLayouts;
        if (waiting.get(picture)?.version !== version) return;
        settle(picture, ({ done, failed }) => (typeof result === 'string' ? failed(new Error(result)) : done(result)));
      },
      failed(error) {
        if (worker !== own) return;
        worker = undefined;
        for (const picture of [...waiting.keys()]) settle(picture, ({ failed }) => failed(error));
      },
    });
    return own;
  };
  let worker: SideWorker | undefined = started();
  const post = (message: ToLayouts) => {
    worker ??= started();
    worker.post(message);
  };
  return {
    open() {
      const picture = ++pictures;
      let versions = 0;
      return {
        layOut({ lanes, nodes, edges }) {
          settle(picture, ({ done }) => done(undefined));
          const version = ++versions;
          return new Promise((done, failed) => {
            waiting.set(picture, { version, done, failed });
            post({ picture, version, sketch: { lanes, nodes, edges } });
          });
        },
        close() {
          settle(picture, ({ done }) => done(undefined));
          worker?.post({ picture, version: versions, sketch: undefined });
        },
      };
    },
    stop() {
      worker?.stop();
      worker = undefined;
      for (const picture of [...waiting.keys()]) settle(picture, ({ done }) => done(undefined));
    },
  };
}
