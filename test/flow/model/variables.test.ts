import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { builtInVariables } from '../../../flow/catalog/variables';
import { readFlow } from '../../../flow/model/flowModel';
import { isAction, isReserved, listVariables, namesSetBy, variablesByName } from '../../../flow/model/variables';
import { pointerOf } from '../../support/pointerOf';

const set = (key: unknown) => ({ type: 'variable_set', option: { key, value: 'x' } });
const talk = (digits_handle?: string) => ({ type: 'talk', option: { text: 'x', digits_handle } });
const modelOf = (document: unknown) => readFlow(JSON.stringify(document));
const own = (document: unknown) => listVariables(modelOf(document)).filter((variable) => !variable.builtIn);
const names = (document: unknown) => own(document).map((variable) => variable.name);
const setters = (document: unknown, name: string) =>
  (variablesByName(modelOf(document)).get(name)?.setters ?? []).map((setter) =>
    pointerOf(isAction(setter) ? setter.node : setter),
  );

suite('variables of a document', () => {
  test('built-in ones come first, in the order of the catalog', () => {
    const listed = listVariables(modelOf([set('colour')]));
    assert.deepEqual(
      listed.slice(0, builtInVariables.length).map((variable) => variable.name),
      builtInVariables.map((variable) => variable.name),
    );
    assert.equal(listed.at(-1)?.name, 'colour');
    assert.equal(listed[0]?.builtIn, builtInVariables[0]);
  });

  test('variable_set gives a name, and each action that sets it is listed', () => {
    const flow = { actions: [set('colour'), { type: 'answer' }, set('size'), set('colour')] };
    assert.deepEqual(names(flow), ['colour', 'size']);
    assert.deepEqual(setters(flow, 'colour'), ['/actions/0', '/actions/3']);
  });

  test('names are taken as they stand', () => {
    assert.deepEqual(names([set('Room'), set('room'), set(' room')]), ['Room', 'room', ' room']);
  });

  test('a name that a variable computes, an empty one and what is not a string are no names', () => {
    assert.deepEqual(names([set('order.${kind}'), set(''), set(5), { type: 'variable_set' }]), []);
  });

  test('actions of a nested list count too', () => {
    assert.deepEqual(names([{ type: 'call', option: { actions: [set('answer')] } }, set('outer')]), [
      'answer',
      'outer',
    ]);
  });

  test('variables of the document are trimmed; reserved and empty names are dropped as VoIPbin drops them', () => {
    const body = {
      destinations: [],
      variables: { ' order ': '1', 'VoIPbin.call.id': '2', 'voipbin.x': '3', '': '4', 'Provider name': '5' },
      actions: [set('order')],
    };
    assert.deepEqual(names(body), ['order', 'Provider name']);
    assert.deepEqual(setters(body, 'order'), ['/variables/ order ', '/actions/0']);
  });

  test('a reserved name can be set by variable_set', () => {
    const flow = [set('voipbin.tts.gcp.voice_id')];
    assert.deepEqual(setters(flow, 'voipbin.tts.gcp.voice_id'), ['/0']);
    assert.equal(variablesByName(modelOf(flow)).get('voipbin.tts.gcp.voice_id')?.builtIn?.input, true);
  });

  test('actions set what the catalog says, prefixes spelled out', () => {
    const model = modelOf([{ type: 'recording_start' }, { type: 'case_create' }, { type: 'no_such_type' }, {}]);
    const [recording, created, ...rest] = model.actions.map(namesSetBy);
    assert.ok(recording?.includes('voipbin.recording.id') && recording.includes('voipbin.recording.filenames'));
    assert.deepEqual(created, ['contact_case_id']);
    assert.deepEqual(rest, [[], []]);
  });

  test('setters of several types come in the order of the text', () => {
    const flow = [{ type: 'digits_receive' }, talk('next'), { type: 'play' }, { type: 'digits_receive' }];
    assert.deepEqual(setters(flow, 'voipbin.call.digits'), ['/0', '/1', '/3']);
  });

  test('the texts around a digits_receive are not said to set the digits; where there is nothing else they are', () => {
    const flow = [talk(), { type: 'digits_receive' }, talk(''), talk('next')];
    assert.deepEqual(setters(flow, 'voipbin.call.digits'), ['/1', '/3']);
    assert.deepEqual(setters([talk(), { type: 'play' }], 'voipbin.call.digits'), ['/0']);
  });

  test('an action that sets a built-in variable is among its setters', () => {
    assert.deepEqual(setters([{ type: 'answer' }, { type: 'recording_start' }], 'voipbin.recording.id'), ['/1']);
    assert.deepEqual(setters([{ type: 'answer' }], 'voipbin.recording.id'), []);
  });

  test('the list is made once for a model', () => {
    const model = modelOf([set('a')]);
    assert.equal(variablesByName(model), variablesByName(model));
  });

  test('any text gives a list', () => {
    for (const text of ['', '[', '{"variables":', '{"actions":[{"type":"variable_set","option":{"key":']) {
      assert.equal(listVariables(readFlow(text)).length, builtInVariables.length);
    }
  });

  test('reserved names begin with the prefix in lower case', () => {
    assert.deepEqual(['voipbin.call.id', 'Voipbin.x', 'voipbinx', 'voipbin'].map(isReserved), [
      true,
      false,
      false,
      false,
    ]);
  });
});
