import type { FromPage, ToPage } from './pictureProtocol';

export interface Pngs {
  /** The bytes of a PNG of an SVG; rejects with a sentence where the page cannot draw it, or is closed before. */
  make(svg: string, size: { width: number; height: number; scale: number }): Promise<Uint8Array>;
  /** The page listens now. What was asked before is sent again. */
  ready(): void;
  /** What the page answers. */
  take(message: Extract<FromPage, { type: 'rasterized' }>): void;
  close(): void;
}

/** PNGs that a page makes, each with its own number. */
export function createPngs(post: (message: ToPage) => void): Pngs {
  const waiting = new Map<number, (png: string | undefined) => void>();
  let isReady = false;
  let unsent: ToPage[] = [];
  let next = 1;
  return {
    make(svg, size) {
      const id = next++;
      return new Promise((resolve, reject) => {
        waiting.set(id, (png) => {
          if (png === undefined) reject(new Error('The picture was closed before the PNG was made.'));
          else if (png === '') reject(new Error('The picture could not be drawn as PNG. Export it as SVG instead.'));
          else resolve(Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0)));
        });
        const message = { type: 'rasterize', id, svg, ...size } as const;
        if (isReady) post(message);
        else unsent.push(message);
      });
    },
    ready() {
      isReady = true;
      for (const message of unsent) post(message);
      unsent = [];
    },
    take({ id, png }) {
      waiting.get(id)?.(png);
      waiting.delete(id);
    },
    close() {
      for (const done of waiting.values()) done(undefined);
      waiting.clear();
    },
  };
}
