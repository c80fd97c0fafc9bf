import type { FromPage, PictureEdit, Show } from '../pictureProtocol';

/** What a form calls when a person uses its controls. The picture can have changed since the form was drawn: its keys are renewed. */
export interface FormTools {
  readonly change: (edit: PictureEdit) => void;
  /** Applies a quick fix. */
  readonly fix: (asked: Extract<FromPage, { type: 'fix' }>) => void;
  /** Lets the person pick an action in the picture. It completes what is asked, which has no target yet. */
  readonly pick: <T extends PictureEdit>(asked: T, picking: CompletedBy<T>) => void;
  readonly canEdit: () => boolean;
  readonly choose: (key: string) => void;
  /** Shows each action of what is collapsed, and chooses one. */
  readonly unfold: (key: string) => void;
}

interface CompletedBy<T extends PictureEdit> {
  readonly prompt: string;
  /** With the keys of what is shown when the action is picked. Undefined where nothing can be changed. */
  readonly completed: (asked: T, picked: string, shown: Show) => PictureEdit | undefined;
}
