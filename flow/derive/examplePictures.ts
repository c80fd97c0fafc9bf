import { checkFlow } from '../checks/checkFlow';
import { pictureOf, writeSvg } from '../layout';
import { layOut } from '../layout/layOut';
import { readFlow } from '../model/flowModel';

/** A picture for each example, as examples/README.md shows them. */
export function examplePictures(examples: Readonly<Record<string, string>>): [path: string, text: string][] {
  return Object.entries(examples).map(([name, text]) => {
    const model = readFlow(text);
    const picture = layOut(pictureOf(model, { findings: checkFlow(model) }));
    return [`examples/pictures/${name}.svg`, writeSvg(picture, { title: `${name}.flow.json` })];
  });
}
