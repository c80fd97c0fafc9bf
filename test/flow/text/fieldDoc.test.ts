import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  actionDefinitions,
  actionKeys,
  addressTypes,
  builtInVariables,
  documentShapes,
  findAction,
} from '../../../flow/catalog';
import { renderAction } from '../../../flow/text/actionDoc';
import { renderAddressType } from '../../../flow/text/addressDoc';
import { describeKind, renderField } from '../../../flow/text/fieldDoc';
import { renderVariable } from '../../../flow/text/variableDoc';

const field = (type: string, name: string) => {
  const found = findAction(type)?.field(name);
  assert.ok(found, `${type}.${name}`);
  return found;
};

suite('fieldDoc', () => {
  test('kind, unit and need stand in the first line', () => {
    const first = renderField(field('digits_receive', 'duration')).split('\n')[0];
    assert.equal(first, '**`duration`** · integer, milliseconds (ms) · required');
    assert.equal(describeKind(field('branch', 'default_target_id')), 'id of an action of the same flow');
    assert.equal(describeKind(field('ai_talk', 'assistance_id')), 'id of an AI or a team of AIs');
    assert.equal(describeKind(field('play', 'stream_urls')), 'array of URLs');
    assert.equal(describeKind(field('connect', 'destinations')), 'array of addresses');
  });

  test('every value has its meaning, and the default is marked', () => {
    const text = renderField(field('connect', 'anonymous'));
    assert.match(text, /- `yes`: The caller id is hidden\./);
    assert.match(text, /- `auto` \(default\): /);
    assert.match(renderField(field('talk', 'digits_handle')), /- `""`/);
  });

  test('what happens without it is told', () => {
    assert.match(renderField(field('sleep', 'duration')), /\*\*When it is missing:\*\* The wait lasts 0 ms/);
  });

  test('documentation and engine are told apart', () => {
    assert.match(
      renderField(field('digits_receive', 'length')),
      /\*\*VoIPbin documents:\*\* Without `length` one key.*\n\*\*Its engine:\*\* Without `length` the number/,
    );
  });

  test('what has no effect, fails or is deprecated says so', () => {
    assert.match(renderField(field('ai_talk', 'duration')), /\*\*Has no effect\.\*\*/);
    assert.match(renderField(field('condition_datetime', 'weekdays')), /\*\*Does not work\.\*\*/);
    assert.match(renderField(field('ai_talk', 'ai_id')), /\*\*Deprecated\.\*\*/);
  });

  test('a link ends the text where there is one', () => {
    const url = findAction('talk')?.docsUrl ?? '';
    assert.ok(renderField(field('talk', 'text'), url).endsWith(`[VoIPbin documentation](${url})`));
    assert.doesNotMatch(renderField(field('talk', 'text')), /VoIPbin documentation/);
  });

  test('no text has holes', () => {
    const fields = [
      ...actionDefinitions.flatMap((actionDefinition) => actionDefinition.fields),
      ...actionKeys,
      ...documentShapes.flatMap((documentShape) => documentShape.fields),
    ];
    const texts = [
      ...fields.map((other) => renderField(other)),
      ...actionDefinitions.map(renderAction),
      ...addressTypes.map(renderAddressType),
      ...builtInVariables.map(renderVariable),
    ];
    assert.ok(texts.length > 200);
    for (const text of texts) assert.doesNotMatch(text, /undefined|null\b(?!`)|\[object|NaN|\n\n\n|\n$/, text);
  });
});
