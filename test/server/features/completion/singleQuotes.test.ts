import { suite, test } from 'mocha';
import { checkCompletion } from '../../../support/completions';

suite('completion in single quotes', () => {
  test('replaces the whole text with one in double quotes', () => {
    checkCompletion("{'actions':[{'option':{},'type':'ta|'}]}", 'talk', "{'actions':[{'option':{},'type':\"talk\"}]}");
    checkCompletion("[{'type': 'hang|up'}]", 'hangup', '[{\'type\': "hangup"}]');
    checkCompletion("[{'type': '|'}]", 'hangup', '[{\'type\': "hangup"}]');
    checkCompletion(
      "[{'type': 'talk', 'option': {'language': 'en|'}}]",
      'en-US',
      "[{'type': 'talk', 'option': {'language': \"en-US\"}}]",
    );
  });
  test('replaces the quote of a text that is not closed', () =>
    checkCompletion("[{'type': 'hang|}]", 'hangup', '[{\'type\': "hangup"}]'));
  test('replaces a key', () => {
    checkCompletion(
      "[{'type': 'talk', 'option': {'lang|': 1}}]",
      'language',
      "[{'type': 'talk', 'option': {\"language\": 1}}]",
    );
    checkCompletion("[{'ty|': 'talk'}]", 'type', '[{"type": \'talk\'}]');
  });
  test('leaves the quotes around a variable', () =>
    checkCompletion(
      `[{'type': 'talk', 'option': {'text': 'it\\'s "ok" \${|'}}]`,
      'voipbin.call.id',
      `[{'type': 'talk', 'option': {'text': 'it\\'s "ok" \${voipbin.call.id}'}}]`,
    ));
});
