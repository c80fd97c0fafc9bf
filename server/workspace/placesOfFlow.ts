import type { Location } from 'vscode-languageserver-types';
import { flowReferences } from '../../flow';
import { contentRange, type ReadDocument } from '../text/rangeOf';
import type { FlowAt } from './flowAt';
import { placeOfFlow } from './placeOfFlow';
import type { Workspace } from './workspace';

/** The values that name a flow, in this document and in all others, and the files that stand for it. */
export function placesOfFlow(
  { ids }: Pick<FlowAt, 'ids'>,
  document: ReadDocument,
  workspace: Workspace,
  includeDeclaration: boolean,
): Location[] {
  const naming = (file: ReadDocument) =>
    flowReferences(file.model)
      .filter(({ id }) => ids.includes(id))
      .map(({ node }) => ({ uri: file.uri, range: contentRange(file, node) }));
  const others = workspace
    .files()
    .filter(({ uri, facts }) => uri !== document.uri && ids.some((id) => facts.leadsTo.has(id)));
  const files = includeDeclaration ? new Set(ids.flatMap((id) => workspace.filesOf(id))) : [];
  return [
    ...[...files].map((file) => ({ uri: file.uri, range: placeOfFlow(file.read()) })),
    ...naming(document),
    ...others.flatMap((file) => naming(file.read())),
  ];
}
