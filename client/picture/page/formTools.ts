import type { FromPage } from '../pictureProtocol';
import type { Picking, Show } from './stage';

/** What a form calls when a person uses its controls. */
export interface FormTools {
  readonly send: (message: FromPage) => void;
  readonly pick: (picking: Picking) => void;
  readonly canEdit: () => boolean;
  readonly choose: (key: string) => void;
  /** Shows each action of what is collapsed, and chooses one. */
  readonly unfold: (key: string) => void;
  readonly edges: () => Show | undefined;
}
