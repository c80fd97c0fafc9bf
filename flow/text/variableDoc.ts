import type { BuiltInVariable } from '../catalog/variables';
import { unitName } from './quantity';
import { renderQuirks } from './quirkDoc';

/** What a built-in variable holds, who sets it and which values it can have, as Markdown. */
export function renderVariable(variable: BuiltInVariable): string {
  const blocks = [
    `**\`${variable.name}\`** · variable${variable.unit ? `, ${unitName(variable.unit)}` : ''}`,
    variable.doc,
    `**Set by:** ${describeSetter(variable)}`,
    ...(variable.values
      ? [`Values: ${variable.values.map((value) => `\`${value === '' ? '""' : value}\``).join(', ')}`]
      : []),
    ...renderQuirks(variable.quirks),
  ];
  return blocks.join('\n\n');
}

/** Who gives a built-in variable its value, as a phrase. */
export function describeSetter({ setBy, inFollowUpFlow, input }: BuiltInVariable): string {
  if (typeof setBy === 'string') return startTexts[setBy];
  const types = setBy.map((type) => `\`${type}\``).join(' or ');
  if (input) return `you, with ${types}`;
  return inFollowUpFlow ? `${types}, for the flow that runs after it` : types;
}

/** The same in two words, for a place beside the name. */
export function describeSetterBriefly({ setBy, inFollowUpFlow, input }: BuiltInVariable): string {
  if (typeof setBy === 'string') return startWords[setBy];
  return input ? 'you' : inFollowUpFlow ? 'next flow' : setBy.join(', ');
}

const startWords = {
  activeflow: 'every run',
  call: 'the call',
  conversation: 'conversation',
  computed: 'when used',
} as const;

const startTexts = {
  activeflow: 'VoIPbin, at the start of every run',
  call: 'VoIPbin, in flows that run on a call',
  conversation: 'VoIPbin, in flows that a conversation started',
  computed: 'VoIPbin, at the moment it is used',
} as const;
