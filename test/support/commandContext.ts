import { systemClock } from '../../client/api/clock';
import type { VoipbinApi } from '../../client/api/voipbinApi';
import type { CommandContext, Connection, Documents, FlowDocument, PhoneCall } from '../../client/commands/context';
import { createLocalVoipbin, type LocalVoipbin } from '../../client/localProfile/localVoipbin';
import type { Memory } from '../../client/memory';
import { openApi } from '../../client/profiles/openApi';
import { cloudProfile, localProfile, type Profile } from '../../client/profiles/profile';
import { createFlowLinks } from '../../client/run/flowLinks';
import { isOver } from '../../client/run/run';
import { createRuns } from '../../client/run/runs';
import type { FakeUi } from './fakeUi';
import { hastyClock } from './hastyClock';
import { newIds } from './ids';

export const memoryOf = (kept: Record<string, unknown> = {}): Memory & { readonly kept: Record<string, unknown> } => ({
  kept,
  get: (key) => kept[key],
  async set(key, value) {
    // As VS Code keeps it: as JSON.
    kept[key] = JSON.parse(JSON.stringify(value));
  },
});

export const documentOf = (text: string, name = 'menu.flow.json'): FlowDocument => ({
  uri: `file:///flows/${name}`,
  name,
  text,
  jsonc: name.endsWith('.jsonc'),
  checkSettings: {},
});

export interface Desk extends CommandContext {
  readonly ui: FakeUi;
  /** What was done to documents: problems shown, editors opened, differences. */
  readonly opened: readonly string[];
  /** The calls that were to be played on the phone. */
  readonly phoned: readonly PhoneCall[];
  /** Is over when no run goes on any more, and what follows a run is done. */
  settled(): Promise<void>;
}

export interface DeskSettings {
  readonly ui: FakeUi;
  readonly connection?: Connection | undefined;
  readonly memory?: Memory;
  /** Other files of the workspace. */
  readonly files?: readonly FlowDocument[];
}

/** All that commands need, with one open document and without VS Code. */
export function deskWith(document: FlowDocument | undefined, settings: DeskSettings): Desk {
  const { ui, connection, memory = memoryOf(), files } = settings;
  const runs = createRuns();
  const opened: string[] = [];
  const errors: string[] = [];
  const phoned: PhoneCall[] = [];
  const documents: Documents = {
    find: async (uri) =>
      uri === undefined || uri === document?.uri ? document : files?.find((file) => file.uri === uri),
    async showProblem(uri, offset) {
      opened.push(`problem ${uri.split('/').at(-1)}:${offset}`);
    },
    async show(uri, offset) {
      opened.push(`shown ${uri.split('/').at(-1)}${offset === undefined ? '' : `:${offset}`}`);
    },
    listFiles: async () => (files ?? []).map(({ uri, name }) => ({ uri, name })),
    chooseFile: async () => files?.[0]?.uri,
    async openUntitled(text) {
      opened.push(text);
      return 'untitled:Untitled-1';
    },
    keepText: async (name, kept) => ({ ...documentOf(kept, `${name}.flow.json`), uri: `text:/${name}.flow.json` }),
    async replace(uri, { offset, before, after }) {
      const text = (await documents.find(uri))?.text ?? '';
      opened.push(`${before} -> ${after} in ${uri.split('/').at(-1)}:${offset}`);
      return text.startsWith(before, offset);
    },
    async showDiff(title, left, right) {
      opened.push(`${title}\n<<<\n${left}===\n${right}>>>`);
      return async () => void opened.push('closed');
    },
  };
  return {
    ui,
    documents,
    memory,
    links: createFlowLinks(memory),
    runs,
    opened,
    clock: hastyClock(),
    log: { info: () => {}, error: (message) => errors.push(message) },
    playOnPhone: async (call) => void phoned.push(call),
    phoned,
    connect: async () => connection,
    connectLocal: async () => {
      if (!connection?.local) throw new Error('the test has no local VoIPbin');
      return { ...connection, local: connection.local };
    },
    random: () => 0,
    newId: newIds(),
    timeOfDay: () => '14:03',
    async settled() {
      await ui.pressed();
      while (runs.list().some((run) => !isOver(run))) await new Promise((wake) => setImmediate(wake));
      // The end is told after the run is over.
      for (let turn = 0; turn < 5; turn++) await new Promise((wake) => setImmediate(wake));
      await ui.pressed();
      if (errors.length > 0) throw new Error(errors.join('\n'));
    },
  };
}

const log = { debug: () => {}, warn: () => {} };

/** The local VoIPbin with time that runs as fast as it can, as the profile `local`, or as if it were the cloud. */
export async function localConnection(
  as: 'local' | 'cloud' = 'local',
): Promise<Connection & { readonly voipbin: LocalVoipbin; readonly api: VoipbinApi }> {
  const voipbin = createLocalVoipbin(() => {});
  voipbin.sandbox.speed = 0;
  const api = await openApi(localProfile, {
    network: () => Promise.reject(new Error('the network was asked')),
    local: voipbin,
    clock: systemClock,
    log,
  });
  const profile: Profile = as === 'local' ? localProfile : cloudProfile;
  return { profile, api, local: as === 'local' ? voipbin : undefined, voipbin };
}

/** Deletes a registered flow, as another program of the account would. */
export async function deleteFlow(
  { voipbin: { sandbox } }: { readonly voipbin: LocalVoipbin },
  id: string,
): Promise<void> {
  const address = `${localProfile.baseUrl}/flows/${id}?accesskey=${sandbox.accessKey}`;
  const { status } = await sandbox.fetch(new Request(address, { method: 'DELETE' }));
  if (status !== 200) throw new Error(`deleting the flow was answered with ${status}`);
}
