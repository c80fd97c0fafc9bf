import {
  documentInput,
  type FlowModel,
  isJsonc,
  plainModel,
  type RunInput,
  readFlow,
  valueOfNode,
  type WorldScript,
} from '../../flow';
import type { CliIo } from '../io';
import { printable } from '../printable';
import { readDocument } from './readJson';

/** A flow document, and the run of it. */
export interface ReadFlow {
  readonly model: FlowModel;
  readonly input: RunInput;
}

/** Reads a list of actions, an object with `actions`, or the body of a request that starts a flow. */
export async function readFlowFile(
  path: string,
  io: CliIo,
  world: WorldScript,
  trigger: string | undefined,
): Promise<ReadFlow> {
  const { text, value } = await readDocument(path, 'flow', io);
  const model = readFlow(text, { jsonc: isJsonc(path) });
  const plain = plainModel(model);
  const sent = plain !== model && plain.root ? valueOfNode(plain.root) : value;
  const input = documentInput(sent, plain.shape, world, trigger);
  if (input) return { model, input };
  throw new Error(
    `${printable(path)} is not a flow: it needs an array of actions, or an object with \`actions\` or \`flow_id\``,
  );
}
