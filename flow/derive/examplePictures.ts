import { runChecks } from '../checks/runChecks';
import { pictureOf, writeSvg } from '../layout';
import { layOut } from '../layout/layOut';
import { buildFlowModel } from '../model/flowModel';

/** A picture for each example, as examples/README.md shows them. */
export function examplePictures(examples: Readonly<Record<string, string>>): [path: string, text: string][] {
  return Object.entries(examples).map(([name, text]) => {
    const model = buildFlowModel(text);
    const picture = layOut(pictureOf(model, { findings: runChecks(model) }));
    return [`examples/pictures/${name}.svg`, writeSvg(picture, { title: `${name}.flow.json` })];
  });
}
