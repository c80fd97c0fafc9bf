import type { Chosen } from '../offers';
import type { FromPage, Show } from '../pictureProtocol';
import type { Versions } from '../versions';
import type { Viewport } from './viewport';

/** Asks for an action: `picked` gets its key. */
export interface Picking {
  readonly prompt: string;
  readonly picked: (key: string) => void;
}

/** The picture on the screen, for the code that listens to mouse and keyboard. */
export interface Stage {
  readonly svg: SVGSVGElement;
  readonly view: Viewport;
  readonly send: (message: FromPage) => void;
  /** Pictures by number: what a drag began with has other keys where the text changes meanwhile. */
  readonly versions: Pick<Versions, 'latest' | 'renew'>;
  /** What the extension told last. */
  readonly shown: () => Show | undefined;
  readonly chosen: () => Chosen | undefined;
  /** Chooses a node and puts the focus on it. */
  choose(key: string): void;
  /** Chooses all from what is chosen to another action of its list. */
  chooseUntil(key: string): void;
  chooseNothing(): void;
  /** Puts the focus on a node without choosing it. */
  focus(key: string): void;
  /** Goes back to what was chosen before. */
  back(): void;
  pick(picking: Picking | undefined): void;
  readonly picking: () => Picking | undefined;
  /** The text can be changed. */
  readonly canEdit: () => boolean;
  readonly hideTip: () => void;
  /** Hides the tip, unless the pointer goes to it. */
  readonly hideTipSoon: () => void;
  /** Shows what the text's hover says of a node, with the focus on it. */
  explain(key: string): void;
  readonly goToForm: () => void;
  readonly goToSearch: () => void;
  showAll(): void;
}

/** The key that an element of the picture, or one around it, has under a name: `node`, `edge`, `tip`, `add`. */
export function keyUnder(target: EventTarget | null, name: string): string | undefined {
  const found = target instanceof Element ? target.closest(`[data-${name}]`) : null;
  return found?.getAttribute(`data-${name}`) ?? undefined;
}
