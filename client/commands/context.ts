import type { CheckSettings, FlowModel, RunInput, WorldScript } from '../../flow';
import type { Clock } from '../api/clock';
import type { VoipbinApi } from '../api/voipbinApi';
import type { Memory } from '../memory';
import type { Profile } from '../profiles/profile';
import type { Ui } from '../questions/ui';
import type { FlowLinks } from '../run/flowLinks';
import type { LocalParts } from '../run/localParts';
import type { DocumentText } from '../run/run';
import type { Runs } from '../run/runs';

/** An open document, as commands know it. */
export interface FlowDocument extends DocumentText {
  readonly checkSettings: CheckSettings;
}

export interface Documents {
  /** The document with that address, or the one in the active editor; undefined when there is none. */
  find(uri: string | undefined): Promise<FlowDocument | undefined>;
  /** Shows the list of problems, and the place of one of them in its document; offsets are UTF-16 code units. */
  showProblem(uri: string, offset: number): Promise<void>;
  /** Shows a document in an editor, unless it is already visible. With an offset (UTF-16 code units) it moves the cursor there. */
  show(uri: string, offset?: number): Promise<void>;
  /** The files of the workspace that a pattern matches, without those of other tools. */
  listFiles(pattern: string): Promise<readonly { readonly uri: string; readonly name: string }[]>;
  /** Asks for a file anywhere; its address, or undefined. */
  chooseFile(title: string): Promise<string | undefined>;
  /** Opens a new flow that is not in a file yet, and returns its address. */
  openUntitled(text: string): Promise<string>;
  /** Keeps a text that is not in a file under a name, so that a run can be shown in it. Does not open it. */
  keepText(name: string, text: string): Promise<FlowDocument>;
  /** Replaces a text, as an edit that can be undone. False if there is something else at the place. */
  replace(
    uri: string,
    place: { readonly offset: number; readonly before: string; readonly after: string },
  ): Promise<boolean>;
  /** Shows two texts side by side. The returned function closes them. */
  showDiff(title: string, left: string, right: string): Promise<() => Promise<void>>;
}

/** The profile in use, ready for requests. */
export interface Connection {
  readonly profile: Profile;
  readonly api: VoipbinApi;
  readonly local: LocalParts | undefined;
}

/** The local VoIPbin, whatever the profile. */
export interface LocalConnection extends Connection {
  readonly local: LocalParts;
}

interface CommandLog {
  info(message: string): void;
  error(message: string): void;
}

/** A call of a flow, and what happens outside it. */
export interface PhoneCall {
  readonly document: FlowDocument;
  readonly model: FlowModel;
  readonly input: RunInput;
  readonly script: WorldScript;
  /** The Call view begins with it. */
  readonly note?: string | undefined;
}

/** Everything that the commands need, so that they can run without VS Code. */
export interface CommandContext {
  readonly ui: Ui;
  readonly documents: Documents;
  readonly memory: Memory;
  readonly links: FlowLinks;
  readonly runs: Runs;
  readonly clock: Clock;
  readonly log: CommandLog;
  /** Signs in if needed. Undefined if the user cancels. */
  connect(): Promise<Connection | undefined>;
  /** Plays a call on the phone beside the editor. The phone presses the keys by itself until the user takes the call over. */
  playOnPhone(call: PhoneCall): Promise<void>;
  /** For commands that run only on the local VoIPbin. */
  connectLocal(): Promise<LocalConnection>;
  /** Numbers from 0 (included) to 1 (excluded). */
  random(): number;
  /** A new UUID. */
  newId(): string;
  /** A time in the user's format, such as `14:03:27`, from milliseconds since 1970. */
  timeOfDay(ms: number): string;
}
