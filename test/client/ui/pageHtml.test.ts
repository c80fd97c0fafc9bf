import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { pageHtml } from '../../../client/ui/pageHtml';

suite('pageHtml', () => {
  const html = pageHtml({
    title: 'Phone',
    cspSource: 'https://own.example',
    script: 'https://own.example/a.js',
    style: 'b.css',
    nonce: 'N1',
  });

  test('allows one script and its own styles, and nothing else', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      'style-src https://own.example',
      "script-src 'nonce-N1'",
    ]);
  });

  test('lets a picture make images, and loads none', () => {
    const picture = pageHtml({ title: 'Picture', cspSource: 'x', script: 'a.js', style: 'b.css', nonce: 'N1' });
    assert.match(picture, /; img-src data:"/);
    assert.doesNotMatch(html, /img-src/);
  });

  test('has one script, with that nonce, and none within', () => {
    assert.deepEqual(html.match(/<script[^>]*>[^<]*/g), ['<script nonce="N1" src="https://own.example/a.js">']);
    assert.doesNotMatch(html, /\son\w+=|style=|javascript:/i);
  });
});
