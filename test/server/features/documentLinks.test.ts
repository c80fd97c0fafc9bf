import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { documentLinks } from '../../../server/features/documentLinks';
import { A } from '../../support/ids';
import { openFlow } from '../../support/openFlow';
import { openWorkspace } from '../../support/openWorkspace';

function linksIn(text: string): (string | undefined)[] {
  const { document, at } = openFlow(text);
  return documentLinks(document).map(({ range, target }) => {
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

suite('documentLinks: a flow that several files stand for', () => {
  const fetchIt = `[{"type": "fetch_flow", "option": {"flow_id": "${A}"}}]`;
  const stored = `{"id": "${A}", "tm_create": "", "actions": ${fetchIt}}`;
  const linksIn = (name: string, files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>>) => {
    const { workspace, document, nameOf } = openWorkspace(files, { links });
    return documentLinks(document(name), workspace).map(({ target }) => nameOf(target ?? ''));
  };

  test('leads to the file that was linked last', () => {
    const files = { 'main.flow.json': fetchIt, 'stored.flow.json': stored, 'greet.flow.json': '[]' };
    assert.deepEqual(linksIn('main.flow.json', files, { [A]: 'greet.flow.json' }), ['greet.flow.json']);
  });
  test('does not lead from a file to itself', () =>
    assert.deepEqual(linksIn('stored.flow.json', { 'stored.flow.json': stored }, {}), []));
});
