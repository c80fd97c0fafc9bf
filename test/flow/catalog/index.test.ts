import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions, findAction, otherNames, retiredTypes } from '../../../flow/catalog';
import { notActions } from '../../../flow/catalog/notActions';

suite('catalog: types', () => {
  test('there are 43, each once', () => {
    assert.equal(actionDefinitions.length, 43);
    assert.equal(new Set(actionDefinitions.map((actionDefinition) => actionDefinition.type)).size, 43);
  });

  test('a type is found by its exact name', () => {
    assert.equal(findAction('digits_receive')?.type, 'digits_receive');
    assert.equal(findAction('Digits_Receive'), undefined);
    assert.equal(findAction('dtmf_receive'), undefined);
    assert.equal(findAction(''), undefined);
    assert.equal(findAction('constructor'), undefined);
  });

  test('an old name leads to the type that took its place', () => {
    assert.equal(retiredTypes.get('dtmf_receive')?.type, 'digits_receive');
    assert.equal(retiredTypes.get('agent_call')?.type, 'connect');
    assert.equal(retiredTypes.get('digits_receive'), undefined);
  });

  test('a word that was never a type leads to the one that is meant', () => {
    assert.equal(otherNames.get('wait')?.type, 'sleep');
    assert.equal(otherNames.get('ai')?.type, 'ai_talk');
  });

  test('no name means two things', () => {
    const names = [
      ...actionDefinitions.map((actionDefinition) => actionDefinition.type),
      ...actionDefinitions.flatMap((actionDefinition) => actionDefinition.retiredNames ?? []),
      ...actionDefinitions.flatMap((actionDefinition) => actionDefinition.alsoCalled ?? []),
      ...notActions.keys(),
    ];
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    assert.deepEqual(twice, []);
  });

  test('options are matched ignoring case, as the engine matches them', () => {
    const receive = findAction('digits_receive');
    assert.equal(receive?.field('duration'), receive?.field('Duration'));
    assert.equal(receive?.field('terminator'), undefined);
  });
});
