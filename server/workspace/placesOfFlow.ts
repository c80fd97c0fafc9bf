import type { Location } from 'vscode-languageserver-types';
import type { FlowModel } from '../../flow/model/flowModel';
import { flowReferences } from '../../flow/model/flowReferences';
import { contentOf, rangeOf, type TextPlaces } from '../text/rangeOf';
import type { FlowAt } from './flowAt';
import { placeOfFlow } from './placeOfFlow';
import type { Workspace } from './workspace';

interface Asked {
  readonly model: FlowModel;
  readonly document: TextPlaces;
  readonly workspace: Workspace;
  readonly includeDeclaration: boolean;
}

/** The values that name a flow, in this document and in all others, and the files that stand for it. */
export function placesOfFlow({ ids }: FlowAt, { model, document, workspace, includeDeclaration }: Asked): Location[] {
  const naming = (of: FlowModel, places: TextPlaces) =>
    flowReferences(of)
      .filter(({ id }) => ids.includes(id))
      .map(({ node }) => ({ uri: places.uri, range: rangeOf(places, contentOf(of.text, node)) }));
  const others = workspace
    .files()
    .filter(({ uri, facts }) => uri !== document.uri && ids.some((id) => facts.leadsTo.has(id)));
  const files = includeDeclaration ? new Set(ids.flatMap((id) => workspace.filesOf(id))) : [];
  return [
    ...[...files].map((file) => ({ uri: file.uri, range: placeOfFlow(file.read()) })),
    ...naming(model, document),
    ...others.flatMap((file) => {
      const other = file.read();
      return naming(other.model, other);
    }),
  ];
}
