import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createMask, maskUrl } from '../../../client/api/maskUrl';

suite('maskUrl', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['https://a.example/v1.0/calls?accesskey=vb_1', 'https://a.example/v1.0/calls?accesskey=***'],
    ['https://a.example/ws?token=x.y.z&page_size=5#end', 'https://a.example/ws?token=***&page_size=5#end'],
    ['?page_token=2026&AccessKey=vb_1', '?page_token=2026&AccessKey=***'],
    ['https://ann:pass@a.example/', 'https://***@a.example/'],
    ['failed (wss://a.example/ws?token=abc) twice', 'failed (wss://a.example/ws?token=***) twice'],
    ['accesskey=vb_1', 'accesskey=***'],
    ['write to ann@a.example', 'write to ann@a.example'],
    ['https://a.example/v1.0/calls?page_token=2026-01-02', 'https://a.example/v1.0/calls?page_token=2026-01-02'],
  ];
  for (const [text, masked] of cases) test(text, () => assert.equal(maskUrl(text), masked));
});

suite('createMask', () => {
  test('knows what it was told, in all forms that it takes on its way', () => {
    const mask = createMask();
    mask.add('a"b c');
    assert.equal(mask('a"b c, a%22b%20c, "a\\"b c"'), '***, ***, "***"');
  });

  test('takes the longest first', () => {
    const mask = createMask();
    mask.add('abc');
    mask.add('abcdef');
    mask.add('');
    assert.equal(mask('abcdefg'), '***g');
  });
});
