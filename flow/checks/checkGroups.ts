/** What a check is about: the headings under which the pages list the checks, in their order. */
export const checkGroups = {
  document: 'The document',
  action: 'An action',
  option: 'Options',
  address: 'Addresses',
  target: 'Targets',
  path: 'Paths through the flow',
  variable: 'Variables and conditions',
} as const;

export type CheckGroup = keyof typeof checkGroups;
