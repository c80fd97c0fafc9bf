import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { actionDefinitions, findAction, findAddressType, findVariable } from '../../../flow/catalog';
import { renderAction } from '../../../flow/text/actionDoc';
import { renderAddressType } from '../../../flow/text/addressDoc';
import { renderVariable } from '../../../flow/text/variableDoc';

const render = (type: string) => {
  const definition = findAction(type);
  assert.ok(definition, type);
  return renderAction(definition);
};

suite('actionDoc', () => {
  test('an action is told by what it does, where it runs, what it waits for and its options', () => {
    const text = render('digits_receive');
    assert.match(text, /Waits for keys that the caller presses\./);
    assert.match(text, /It runs on phone calls/);
    assert.match(text, /The flow waits until enough keys are pressed/);
    assert.match(text, /- `duration`: integer, milliseconds \(ms\), required/);
    assert.match(text, /\*\*Sets:\*\* `voipbin\.call\.digits`/);
    assert.match(text, /\[VoIPbin documentation\]\(https:\S+#\S*digits-receive\)$/);
  });

  test('an action that does nothing, is deprecated or not for people says so', () => {
    assert.match(render('mute'), /\*\*Does nothing\.\*\*/);
    assert.match(render('condition_call_digits'), /\*\*Deprecated\.\*\*/);
    assert.match(render('block'), /\*\*For VoIPbin's own use\.\*\*/);
  });

  test('a line of an option names its values, and never speaks of what is not there', () => {
    assert.match(render('talk'), /- `provider`: `gcp` or `aws`\n/);
    assert.match(render('connect'), /- `anonymous`: `yes`, `no` or `auto`/);
    for (const { type } of actionDefinitions) assert.doesNotMatch(render(type), /below/, type);
  });

  test('options that should not be used are marked, and a type without any says so', () => {
    assert.match(render('ai_talk'), /- `ai_id` \(deprecated\)/);
    assert.match(render('ai_talk'), /- `duration` \(no effect\)/);
    assert.match(render('beep'), /It has no options\./);
  });

  test('an address type tells which member reaches it', () => {
    const extension = findAddressType('extension');
    assert.ok(extension);
    assert.match(renderAddressType(extension), /`target_name`: Write the number of the extension\..*`2001`/);
    assert.match(renderAddressType(extension), /It is used by `call`, `connect`\./);
  });

  test('a variable tells who sets it', () => {
    const say = (name: string) => {
      const variable = findVariable(name);
      assert.ok(variable, name);
      return renderVariable(variable);
    };
    assert.match(say('voipbin.call.digits'), /\*\*Set by:\*\* VoIPbin, in flows that run on a call/);
    assert.match(say('voipbin.recording.id'), /\*\*Set by:\*\* `recording_start`/);
    assert.match(say('voipbin.ai_summary.content'), /`ai_summary`, for the flow that runs after it/);
    assert.match(say('voipbin.tts.gcp.voice_id'), /\*\*Set by:\*\* you, with `variable_set`/);
    assert.match(say('voipbin.queuecall.timeout_wait'), /milliseconds[\s\S]*\*\*Its engine:\*\*/);
  });
});
