/** What a reserved id does in one place of a flow. */
export interface ReservedUse {
  /** User text: what happens, in one sentence. */
  readonly doc: string;
  /** File and symbol of VoIPbin's public source. */
  readonly source: string;
  /** The use is harmless and may be meant. */
  readonly works: boolean;
}

/** An id that means something to the engine itself. */
export interface ReservedId {
  readonly id: string;
  readonly name: 'empty' | 'start' | 'finish' | 'next';
  readonly asNextId: ReservedUse;
  readonly asTarget: ReservedUse;
  readonly asActionId: ReservedUse;
}

/** As a jump target or `next_id` in the main list: its first action. */
export const startId = '00000000-0000-0000-0000-000000000001';
/** As a `next_id`: the end of the flow. */
export const finishId = '00000000-0000-0000-0000-000000000002';

const lookup = 'bin-flow-manager/pkg/stackmaphandler/action.go GetAction';
const successor = 'bin-flow-manager/pkg/stackmaphandler/action.go GetNextAction';
const generated = 'bin-flow-manager/pkg/actionhandler/generate.go GenerateFlowActions';
const executed = 'bin-flow-manager/pkg/activeflowhandler/execute.go';
const declared = 'bin-flow-manager/models/action/action.go IDEmpty, IDStart, IDFinish, IDNext';

/** What any id does as a jump target that no action in reach has. */
export const unknownTarget = {
  doc: 'No action can be found under this id: the flow stops, and VoIPbin hangs up the call.',
  source: lookup,
  works: false,
} as const;

const list: readonly ReservedId[] = [
  {
    id: '00000000-0000-0000-0000-000000000000',
    name: 'empty',
    asNextId: { doc: 'It counts as missing: the next action of the list follows.', source: successor, works: true },
    asTarget: {
      doc: 'It names no action: the flow stops, and VoIPbin hangs up the call.',
      source: lookup,
      works: false,
    },
    asActionId: {
      doc: 'It counts as missing: VoIPbin gives the action a new id when the flow is saved.',
      source: generated,
      works: true,
    },
  },
  {
    id: startId,
    name: 'start',
    asNextId: {
      doc: 'The flow goes back to its first action. Inside a fetched list it ends the flow instead.',
      source: lookup,
      works: true,
    },
    asTarget: {
      doc: 'The jump leads to the first action of the flow. Inside a fetched list it stops the flow instead.',
      source: lookup,
      works: true,
    },
    asActionId: {
      doc: 'The first action runs again and again, until the flow is stopped after 101 actions.',
      source: successor,
      works: false,
    },
  },
  {
    id: finishId,
    name: 'finish',
    asNextId: { doc: 'The flow ends here, and VoIPbin hangs up the call.', source: successor, works: true },
    asTarget: unknownTarget,
    asActionId: {
      doc: 'The flow ends when it reaches the action, without running it.',
      source: executed,
      works: false,
    },
  },
  {
    id: '00000000-0000-0000-0000-000000000003',
    name: 'next',
    asNextId: {
      doc: 'It means nothing here and no action has it: the flow ends, and VoIPbin hangs up the call.',
      source: successor,
      works: false,
    },
    asTarget: unknownTarget,
    asActionId: {
      doc: 'VoIPbin reserves the id. The engine gives it no meaning today, but may do so later.',
      source: declared,
      works: false,
    },
  },
];

/** The ids with a meaning of their own, by their canonical lower-case form. */
export const reservedIds: ReadonlyMap<string, ReservedId> = new Map(list.map((reserved) => [reserved.id, reserved]));
