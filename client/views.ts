import type { CallRow } from './callPanel/callTree';
import type { LateView } from './ui/lateView';
import type { WayRow } from './waysView/waysTree';

/** The views of the extension beside the editor. */
export interface Views {
  readonly call: LateView<CallRow>;
  readonly ways: LateView<WayRow>;
}
