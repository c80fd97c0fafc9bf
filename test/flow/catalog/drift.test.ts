import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import {
  type ActionDefinition,
  actionDefinitions,
  addressTypes,
  type Field,
  findAction,
  limits,
  otherNames,
  reservedIds,
  retiredTypes,
} from '../../../flow/catalog';
import { addressFields } from '../../../flow/catalog/address';
import { notActions } from '../../../flow/catalog/notActions';

// The facts were read from VoIPbin's source apart from this project; where both stand, neither may say what the other does not.

interface FactOption {
  name: string;
  jsonType: string;
  schema?: string;
  items?: { schema?: string; jsonType?: string; value?: { format?: string } };
  format: string | null;
  required: boolean | string;
  whenMissing: { effect: string };
  default: unknown;
  enum: { value: string }[] | null;
  min: number | null;
  max: number | null;
  unit: string | null;
  status: 'used' | 'ignored' | 'broken';
  deprecated: unknown;
  refersTo: string | null;
  commonMistakes: string[];
}

interface FactAction {
  type: string;
  category: string;
  media: string;
  executedBy: string;
  blocking: boolean;
  nested: { pushes: string[] } | null;
  flowKind: string;
  onFailure: { effect: string };
  deprecated: unknown;
  internal: boolean;
  noop: unknown;
  retiredNames: string[];
  options: FactOption[];
  disagreements: string[];
}

interface Facts {
  reserved: { ids: Record<string, unknown>; types: Record<string, string> };
  retiredNames: Record<string, string>;
  retiredOptions: Record<string, string>;
  notTypesButSeenInDocs: Record<string, string>;
  limits: { maxActionExecutions: number; stackDepth: number; onCompleteChain: number; perCycle: number };
  schemas: {
    Address: {
      fields: { name: string }[];
      byType: Record<string, { callDestination: boolean; source?: boolean; target_name?: string }>;
    };
  };
  actions: FactAction[];
}

/** Where the catalog says another thing than the facts on purpose. */
const exceptions: Readonly<Record<string, string>> = {
  'ai_talk.assistance_type effect':
    'the default that the facts name is `ai_id`; where it is needed at all, that one is missing too',
  'ai_task.assistance_type effect':
    'the default that the facts name is `ai_id`; where it is needed at all, that one is missing too',
  'branch.target_ids required': 'without it every value goes to the default, so nothing fails',
  'condition_call_digits.length unit': 'a number of keys, so that hints can say so',
  'digits_receive.length unit': 'a number of keys, so that hints can say so',
  'condition_datetime.minute min': '-1 leaves the part out',
  'condition_datetime.hour min': '-1 leaves the part out',
  'condition_datetime.day min': '-1 and 0 leave the part out, as in the documentation',
  'condition_datetime.month min': '-1 and 0 leave the part out, as in the documentation',
};

/** What the catalog and the facts both say about an option, in one form. */
const comparisons: Readonly<Record<string, readonly [(field: Field) => unknown, (option: FactOption) => unknown]>> = {
  kind: [(field) => (field.kind === 'map' ? 'object' : field.kind), (option) => option.jsonType],
  holds: [
    (field) => (field.holds === 'address' ? 'Address' : field.holds === 'actions' ? 'Action' : undefined),
    ({ schema, items }) => [schema ?? items?.schema].find((name) => name === 'Address' || name === 'Action'),
  ],
  unit: [(field) => field.unit, (option) => option.unit?.split(' ')[0]],
  values: [
    (field) => Object.keys(field.values ?? {}).sort(),
    (option) => (option.enum ?? []).map((item) => item.value).sort(),
  ],
  min: [(field) => field.min, (option) => option.min],
  max: [(field) => field.max, (option) => option.max],
  default: [(field) => field.default, (option) => option.default],
  required: [
    ({ required }) => (required === undefined ? false : required === true ? true : 'sometimes'),
    ({ required }) => (required === 'recommended' ? false : typeof required === 'string' ? 'sometimes' : required),
  ],
  effect: [(field) => field.whenMissing?.effect, (option) => option.whenMissing.effect],
  status: [
    (field) => (field.ignored !== undefined ? 'ignored' : field.broken !== undefined ? 'broken' : 'used'),
    (option) => option.status,
  ],
  deprecated: [(field) => field.deprecated !== undefined, (option) => option.deprecated !== null],
  jump: [
    (field) => [field.refersTo, field.item?.refersTo].includes('action'),
    ({ format, items }) => format === 'action-id' || items?.value?.format === 'action-id',
  ],
  refersTo: [
    (field) =>
      [field.refersTo ?? []]
        .flat()
        .filter((resource) => resource !== 'action')
        .sort(),
    ({ refersTo, format }) =>
      refersTo === null || format === 'action-id' ? [] : refersTo.replace(/ \(.*/, '').split('|').sort(),
  ],
};

const file = join(__dirname, '../../../../shared/facts/actions.json');

if (existsSync(file)) {
  const facts = JSON.parse(readFileSync(file, 'utf8')) as Facts;

  const pairs = facts.actions.map((fact) => {
    const definition = findAction(fact.type);
    assert.ok(definition, fact.type);
    return { fact, definition };
  });
  const optionPairs = pairs.flatMap(({ fact, definition }) =>
    fact.options.map((option) => {
      const field = definition.field(option.name);
      assert.ok(field, `${fact.type}.${option.name}`);
      return { at: `${fact.type}.${option.name}`, option, field };
    }),
  );
  const differences = (what: string) => {
    const [ours, theirs] = comparisons[what] ?? [];
    return optionPairs.flatMap(({ at, option, field }) => {
      const [mine, other] = [ours?.(field) ?? null, theirs?.(option) ?? null].map((item) => JSON.stringify(item));
      return mine === other ? [] : [{ name: `${at} ${what}`, told: `${at} ${what}: ${mine}, the facts say ${other}` }];
    });
  };

  const compareActions = (ours: (definition: ActionDefinition) => unknown, theirs: (fact: FactAction) => unknown) => {
    for (const { fact, definition } of pairs) assert.deepEqual(ours(definition), theirs(fact), fact.type);
  };

  suite('catalog: the facts and nothing else', () => {
    test('types and their order', () => {
      assert.deepEqual(
        actionDefinitions.map((actionDefinition) => actionDefinition.type),
        facts.actions.map((action) => action.type),
      );
    });

    test('names of options', () => {
      compareActions(
        (definition) => definition.fields.map((field) => field.name).sort(),
        (fact) => fact.options.map((option) => option.name).sort(),
      );
    });

    for (const what of Object.keys(comparisons))
      test(`options: ${what}`, () => {
        const unexpected = differences(what).filter(({ name }) => !(name in exceptions));
        assert.deepEqual(
          unexpected.map(({ told }) => told),
          [],
        );
      });

    test('every exception is one', () => {
      const names = Object.keys(comparisons).flatMap((what) => differences(what).map(({ name }) => name));
      assert.deepEqual(
        Object.keys(exceptions).filter((name) => !names.includes(name)),
        [],
      );
    });

    test('what is recommended is told when it is missing', () => {
      const recommended = optionPairs.filter(({ option }) => option.required === 'recommended');
      assert.ok(recommended.length > 0);
      for (const { at, field } of recommended) assert.equal(field.whenMissing?.surprises, true, at);
    });

    test('names that are often written for an option', () => {
      for (const { at, option, field } of optionPairs) {
        const known = [...(field.alsoCalled ?? []), ...Object.keys(field.valueWords ?? {})];
        assert.deepEqual(
          option.commonMistakes.filter((name) => !known.includes(name)),
          [],
          at,
        );
      }
    });

    test('where an action runs', () => {
      compareActions(
        (definition) => definition.media,
        (fact) => fact.media,
      );
    });

    test('categories', () => {
      compareActions(
        (definition) => definition.category,
        (fact) => fact.category,
      );
    });

    test('what an action waits for', () => {
      compareActions(
        (definition) => definition.waits !== undefined,
        (fact) => fact.blocking,
      );
    });

    test('what follows an action', () => {
      compareActions(
        (definition) => definition.successor,
        (fact) => fact.flowKind,
      );
    });

    test('lists that an action runs first', () => {
      compareActions(
        (definition) => definition.nested !== undefined,
        (fact) => fact.nested !== null && fact.nested.pushes.length > 0,
      );
    });

    test('who runs an action', () => {
      compareActions(
        (definition) => definition.runBy,
        // What the flow manager hands on and nothing implements is handed on all the same.
        (fact) => /^(?:nobody \(returned to )?([a-z]+-manager)/.exec(fact.executedBy)?.[1],
      );
    });

    test('what a failed action does', () => {
      compareActions(
        (definition) => definition.onFailure.effect,
        (fact) => fact.onFailure.effect,
      );
    });

    test('types that are deprecated, internal or do nothing', () => {
      compareActions(
        (definition) => [
          definition.deprecated !== undefined,
          definition.internal !== undefined,
          definition.noop !== undefined,
        ],
        (fact) => [fact.deprecated !== null, fact.internal, fact.noop !== null],
      );
    });

    test('what VoIPbin documents otherwise is told', () => {
      for (const { fact, definition } of pairs) {
        const told = [definition, ...definition.fields].flatMap((field) => field.quirks ?? []);
        assert.ok(told.length > 0 || definition.noop || fact.disagreements.length === 0, fact.type);
      }
    });

    test('old names of types', () => {
      assert.deepEqual([...retiredTypes.keys()].sort(), Object.keys(facts.retiredNames).sort());
      for (const { fact, definition } of pairs)
        for (const name of fact.retiredNames) assert.ok(definition.retiredNames?.includes(name), name);
      for (const [name, successor] of Object.entries(facts.retiredNames))
        assert.equal(retiredTypes.get(name)?.type, successor.split(' ')[0], name);
    });

    test('old names of options', () => {
      for (const [name, successor] of Object.entries(facts.retiredOptions)) {
        const [type = '', option = ''] = name.split('.');
        const definition = findAction(type) ?? retiredTypes.get(type);
        const removed = definition?.removedOptions?.[option];
        assert.ok(removed, name);
        if (removed.successor !== undefined)
          assert.ok(successor.includes(removed.successor) || type === 'agent_call', name);
      }
    });

    test('words in the documentation that are no types', () => {
      for (const [name, meaning] of Object.entries(facts.notTypesButSeenInDocs)) {
        const type = meaning.split(' ')[0] ?? '';
        if (findAction(type)) assert.equal((otherNames.get(name) ?? retiredTypes.get(name))?.type, type, name);
        else assert.ok(notActions.has(name), name);
      }
      for (const name of Object.keys(facts.reserved.types)) assert.ok(notActions.has(name), name);
    });

    test('reserved ids', () => {
      assert.deepEqual([...reservedIds.keys()].sort(), Object.keys(facts.reserved.ids).sort());
    });

    test('limits', () => {
      const numbers = Object.values(limits).map((item) => item.value);
      for (const value of Object.values(facts.limits))
        if (typeof value === 'number') assert.ok(numbers.includes(value), String(value));
    });

    test('addresses', () => {
      assert.deepEqual(
        Object.keys(addressFields),
        facts.schemas.Address.fields.map((field) => field.name),
      );
      assert.deepEqual(
        addressTypes
          .map((addressType) => [addressType.type, addressType.dialable, addressType.source, addressType.uses])
          .sort(),
        Object.entries(facts.schemas.Address.byType)
          .map(([type, fact]) => [
            type,
            fact.callDestination,
            fact.source ?? false,
            fact.target_name ? 'target_name' : 'target',
          ])
          .sort(),
      );
    });
  });
}
