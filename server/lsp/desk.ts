import type { CheckSettings, Settings } from '../../flow';
import type { Workspace } from '../workspace/workspace';
import type { Abilities } from './abilities';
import type { FlowDocument } from './flowDocument';
import type { SettingsSource } from './settingsSource';
import type { TestFiles } from './testFiles';
import type { WaitingRequests } from './waitingRequests';

/** What answers are made from. */
export interface ServerDesk {
  /** The open flow of that name; undefined for what is not open or is not a flow. */
  readonly flow: (uri: string) => FlowDocument | undefined;
  /** Every open flow. */
  readonly flows: () => readonly FlowDocument[];
  /** The open test file of that name. */
  readonly test: (uri: string) => FlowDocument | undefined;
  /** Every open test file. */
  readonly tests: () => readonly FlowDocument[];
  readonly testFiles: TestFiles;
  /** Known from `initialize` on, before which no request gets through. */
  readonly abilities: () => Abilities;
  readonly settings: SettingsSource;
  /** What the checks of an open flow need: its settings, and what is known of the flows that share its variables. */
  readonly checkSettings: (uri: string, current: Settings) => CheckSettings;
  readonly waiting: WaitingRequests;
  /** The flows of the workspace, open or not. */
  readonly workspace: Workspace;
  readonly newId: () => string;
}
