import type { CheckSettings } from '../../flow/checks/runChecks';
import type { AddressBody } from '../api/bodies';
import type { Clock } from '../api/clock';
import type { VoipbinApi } from '../api/voipbinApi';
import type { Memory } from '../memory';
import type { Profile } from '../profiles/profile';
import type { Ui } from '../questions/ui';
import type { Tracing } from '../run/followRun';
import type { Runs } from '../run/runs';

/** An open document, as commands know it. */
export interface FlowDocument {
  readonly uri: string;
  /** Without its folders. */
  readonly name: string;
  readonly text: string;
  /** Comments and trailing commas are allowed. */
  readonly jsonc: boolean;
  readonly checkSettings: CheckSettings;
}

export interface Documents {
  /** The document with that address, or the one in the active editor; undefined when there is none. */
  find(uri: string | undefined): Promise<FlowDocument | undefined>;
  /** Shows the list of problems, and the place of one of them in its document; offsets are UTF-16 code units. */
  showProblem(uri: string, offset: number): Promise<void>;
  /** Opens a new flow that is in no file yet; its address. */
  openUntitled(text: string): Promise<string>;
  /** Shows two texts side by side; what it returns closes that again. */
  showDiff(title: string, left: string, right: string): Promise<() => Promise<void>>;
}

/** The VoIPbin in this process: what it offers beyond its API. */
export interface LocalParts {
  readonly tracing: Tracing;
  /** Who is called when nothing else is said: the phone beside the editor. */
  readonly phone: AddressBody;
}

/** The profile that is switched on, ready to be asked. */
export interface Connection {
  readonly profile: Profile;
  readonly api: VoipbinApi;
  readonly local: LocalParts | undefined;
}

export interface CommandLog {
  info(message: string): void;
  error(message: string): void;
}

/** All that the commands need, so that they run without VS Code. */
export interface CommandContext {
  readonly ui: Ui;
  readonly documents: Documents;
  readonly memory: Memory;
  readonly runs: Runs;
  readonly clock: Clock;
  readonly log: CommandLog;
  /** Signs in where that is needed; undefined when the user gives up. */
  connect(): Promise<Connection | undefined>;
  /** The setting `voipbin.run.allowErrors` for a document. */
  allowsErrors(uri: string): boolean;
  /** Numbers from 0 (included) to 1 (excluded). */
  random(): number;
  /** A new UUID. */
  newId(): string;
  /** A time as people here write it, such as `14:03`; milliseconds since 1970. */
  timeOfDay(ms: number): string;
}
