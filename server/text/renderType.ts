import {
  actionDefinitions,
  actionKeys,
  closest,
  codeSpan,
  findAction,
  otherNames,
  renderAction,
  retiredTypes,
} from '../../flow';

/** What an action type does, as Markdown; of a name that VoIPbin does not accept, what happens to it and which type is meant. */
export function renderType(type: string): string {
  const definition = findAction(type);
  if (definition) return renderAction(definition);
  const retired = retiredTypes.get(type);
  const name = retired
    ? undefined
    : closest(
        type,
        actionDefinitions.map((actionDefinition) => actionDefinition.type),
      );
  const meant = retired ?? otherNames.get(type) ?? (name === undefined ? undefined : findAction(name));
  const refused = actionKeys.find((key) => key.name === 'type')?.whenMissing?.doc;
  return [
    `**${codeSpan(type)}** · ${retired ? 'old name of an action type' : 'not an action type'}`,
    `VoIPbin ${retired ? 'no longer accepts it' : 'does not know it'}. ${refused ?? ''}`,
    ...(meant ? [`Write \`${meant.type}\`.`, '---', renderAction(meant)] : []),
  ].join('\n\n');
}
