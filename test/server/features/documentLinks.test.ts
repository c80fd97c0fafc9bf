import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { documentLinks } from '../../../server/features/documentLinks';
import { openFlow } from '../../support/openFlow';

function linksIn(text: string): (string | undefined)[] {
  const { model, document, at } = openFlow(text);
  return documentLinks(model, document).map(({ range, target }) => {
    assert.equal(at(range), target);
    return target;
  });
}

suite('documentLinks', () => {
  test('are the addresses of files and webhooks', () =>
    assert.deepEqual(
      linksIn(
        '{"webhook_uri": "https://example.com/e", "variables": {}, "actions": [{"type": "play", "option": {"stream_urls": ["https://example.com/a.wav", "http://example.com/b.wav?c=1"]}}, {"type": "webhook_send", "option": {"uri": "https://example.com/hook"}}]}',
      ).sort(),
      [
        'http://example.com/b.wav?c=1',
        'https://example.com/a.wav',
        'https://example.com/e',
        'https://example.com/hook',
      ],
    ));
  test('are none where a variable is missing, nor of another scheme', () =>
    assert.deepEqual(
      linksIn(
        '[{"type": "play", "option": {"stream_urls": ["https://example.com/${file}", "command:workbench.action.quit", "javascript:alert(1)", "file:///etc/passwd", ""]}}]',
      ),
      [],
    ));
  test('are none in texts that are spoken', () =>
    assert.deepEqual(linksIn('[{"type": "talk", "option": {"text": "See https://example.com"}}]'), []));
});
