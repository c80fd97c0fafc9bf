import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type ActionDefinition, actionDefinitions } from '../../../flow/catalog';
import { actionSnippet, deriveSnippets } from '../../../flow/derive/snippets';
import { wholeFlows } from '../../../flow/derive/wholeFlows';
import { canonicalUuid } from '../../../flow/model/uuid';
import { resolveSnippet } from '../../support/completions';
import { listFindings } from '../../support/findings';

/** The example with its ids empty, and without what is so anyway. */
function exampleOf({ example, field }: ActionDefinition): unknown {
  const { type, option } = JSON.parse(JSON.stringify(example, withoutIds)) as ActionDefinition['example'];
  const members = Object.entries(option ?? {}).filter(
    ([name, value]) => typeof value !== 'boolean' || value !== field(name)?.default,
  );
  return members.length > 0 ? { type, option: Object.fromEntries(members) } : { type };
}

const withoutIds = (_: string, value: unknown) =>
  typeof value === 'string' && canonicalUuid(value) !== undefined ? '' : value;

suite('snippets', () => {
  for (const definition of actionDefinitions) {
    test(`${definition.type} becomes the example of the catalog, with its ids left empty`, () => {
      const expanded: unknown = JSON.parse(resolveSnippet(actionSnippet(definition)));
      assert.deepEqual(expanded, exampleOf(definition));
    });
  }

  test('there is one for every type but the deprecated ones, and for whole documents', () => {
    const all = deriveSnippets();
    const types = actionDefinitions
      .filter((actionDefinition) => actionDefinition.deprecated === undefined)
      .map((actionDefinition) => actionDefinition.type);
    const documents = wholeFlows.map(({ name }) => name);
    assert.deepEqual(Object.keys(all), [...documents, ...types]);
    const templates = Object.keys(all).filter((name) => all[name]?.isFileTemplate);
    assert.deepEqual(templates, documents);
  });

  test('none of them comes up while somebody writes what a caller is to hear', () => {
    for (const snippet of Object.values(deriveSnippets())) assert.ok(!('prefix' in snippet));
  });

  test('a menu of types offers what can be chosen', () => {
    const { body } = deriveSnippets().condition_variable ?? { body: [] };
    assert.ok(body.some((line) => line.includes('"value_type": "${3|string,number,length|}"')));
  });

  for (const { name } of wholeFlows) {
    test(`the document "${name}" has no mistake in it`, () => {
      const text = resolveSnippet(deriveSnippets()[`${name}`]?.body.join('\n') ?? '');
      const severe = listFindings(text).filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(
        severe.map(({ code, message }) => `${code}: ${message}`),
        [],
      );
    });
  }
});
