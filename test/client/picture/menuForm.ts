import type { Form, FormField } from '../../../client/picture/pictureProtocol';
import { A, B, C } from '../../support/ids';

/** A menu of one key, and a way back to its beginning. */
export const menu = [
  { type: 'talk', id: A, option: { text: 'Press 1.' } },
  { type: 'branch', option: { target_ids: { '1': B }, default_target_id: C } },
  { type: 'hangup', id: B },
  { type: 'goto', id: C, option: { target_id: A, loop_count: 2 } },
];

/** A field for the text of its first action. */
export const field: FormField = {
  path: ['text'],
  name: 'text',
  control: 'lines',
  value: '',
  isSet: true,
  isRequired: false,
  unit: '',
  hint: '',
  min: undefined,
  max: undefined,
  isWhole: false,
  doc: 'What is said.',
  choices: [],
  takesVariables: false,
  findings: [],
  parts: [],
  canRemove: false,
};

/** The form of its first action, without fields. */
export const emptyForm: Form = {
  key: `0 ${A}`,
  until: undefined,
  title: 'talk "Press 1."',
  summary: 'Speaks a text.',
  run: [],
  isAlone: false,
  canAddCase: false,
  ways: [],
  findings: [],
  offers: [],
  variables: [],
  fields: [],
};
