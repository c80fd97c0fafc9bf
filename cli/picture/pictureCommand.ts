import { basename } from 'node:path';
import { checkFlow, layOut, overMermaid, type Picture, pictureOf, writeDot, writeMermaid, writeSvg } from '../../flow';
import { inModel } from '../input/inModel';
import { readFlowFile } from '../input/readFlowFile';
import { readWorldFile } from '../input/readWorldFile';
import { type CliIo, exitCodes } from '../io';
import { oneOf } from '../oneOf';
import { onlyFlow, parseOptions } from '../parseOptions';
import { takenIn } from './takenIn';

const formats = ['svg', 'mermaid', 'dot'] as const;
const themes = ['light', 'dark'] as const;

export const pictureUsage = `voipbin-flow picture [options] FLOW

Draws a flow: its actions, where each leads, and how calls end. FLOW is a file or - for standard input.

  --format FORMAT     svg (default): a picture on its own
                      mermaid: text for pages that draw it, such as GitHub's
                      dot: text for Graphviz
  --theme WHICH       light or dark; without it the picture has the colors of the reader
  --world FILE        mark the way of the call in this world (JSON, as for simulate)

Mermaid refuses pictures with more than 500 arrows or 50000 characters unless
the page that shows them allows more; a note on standard error says so.

The picture is written to standard output:

  voipbin-flow picture menu.flow.json > menu.svg

Exit code: 0 the flow was drawn; 2 wrong usage or a file that cannot be read.`;

const options = {
  format: { type: 'string' },
  theme: { type: 'string' },
  world: { type: 'string' },
} as const;

/** Draws the flow named in `args`; the exit code as the usage says. */
export async function pictureCommand(args: readonly string[], io: CliIo): Promise<number> {
  const parsed = parseOptions(args, options, pictureUsage, io);
  if (!parsed) return exitCodes.clean;
  const { values, positionals } = parsed;
  const format = oneOf(formats, values.format ?? 'svg', '--format', pictureUsage);
  const theme = values.theme === undefined ? undefined : oneOf(themes, values.theme, '--theme', pictureUsage);
  const path = onlyFlow(positionals, 'drawn', pictureUsage);
  const world = values.world === undefined ? undefined : await readWorldFile(values.world, io);
  const { model, input } = await readFlowFile(path, io, world ?? {}, undefined);
  const title = path === '-' ? 'flow' : basename(path);
  const picture = pictureOf(model, { findings: format === 'svg' ? checkFlow(model) : [] });
  const how = { title, theme, taken: world && takenIn(picture, model, inModel(model, input), world) };
  if (format === 'mermaid') drawMermaid(writeMermaid(picture, how), picture, io);
  else if (format === 'dot') io.data(writeDot(picture, how));
  else io.data(writeSvg(layOut(picture), how));
  return exitCodes.clean;
}

function drawMermaid(text: string, picture: Picture, io: CliIo): void {
  io.data(text);
  const over = overMermaid(text, picture);
  for (const line of over) io.stderr(`voipbin-flow: ${line}\n`);
  if (over.length > 0) io.stderr('voipbin-flow: SVG and DOT have no such limit.\n');
}
