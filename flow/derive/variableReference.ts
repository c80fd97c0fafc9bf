import { builtInVariables, neverSet } from '../catalog';
import { unitName } from '../text/quantity';
import { describeSetter } from '../text/variableDoc';
import { markdownTable } from './markdownTable';
import { renderQuirkTable } from './quirkTable';

/** docs/variables.md: every variable that VoIPbin sets or reads by itself, and names that only its documents know. */
export function deriveVariableReference(): string {
  const quirks = renderQuirkTable(
    undefined,
    builtInVariables.map(({ name, doc, quirks = [] }) => ({ name, doc, quirks, kind: 'string' })),
  );
  const blocks = [
    '<!-- Generated from flow/catalog with `npm run generate`. -->',
    '# Variables',
    '`${name}` in a text of an option is replaced by the value of the variable when the action runs. Every value is a text; a name that nothing sets gives an empty one. `branch` expects the bare name of a variable, everything else `${name}`.',
    'A flow has one set of variables, which the flows it fetches share. A new call made with `call` has its own set.',
    '## Built in',
    markdownTable(
      ['Name', 'What it holds', 'Set by'],
      builtInVariables.map((variable) => [
        `\`${variable.name}\``,
        [
          variable.doc,
          variable.unit ? `In ${unitName(variable.unit)}.` : '',
          variable.values
            ? `Values: ${variable.values.map((value) => `\`${value === '' ? '""' : value}\``).join(', ')}.`
            : '',
        ]
          .filter((part) => part !== '')
          .join('\n'),
        describeSetter(variable),
      ]),
    ),
    ...quirks,
    '## Your own variables',
    '`variable_set` sets a variable of any name, `variables` in the body of `POST /calls` and `POST /activeflows` sets some from the start. Use letters, digits, `_` and `.` in names: a space is part of the name, and `}` ends it.',
    '## Names that nothing sets',
    "VoIPbin's documents use these names. They are always empty.",
    markdownTable(
      ['Name', 'What to use'],
      neverSet.map((neverSetVariable) => [`\`${neverSetVariable.name}\``, neverSetVariable.doc]),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}
