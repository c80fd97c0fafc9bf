import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { createMask } from '../../../sandbox/log/mask';
import { createStore } from '../../../sandbox/store/store';

suite('mask', () => {
  const mask = createMask(createStore());

  test('what an address carries in its query is not shown', () => {
    assert.equal(
      mask('to https://a.example/b?key=1&c=2#d "http://b.example#x"'),
      'to https://a.example/b?… "http://b.example?…"',
    );
    assert.equal(mask('http://a.example/http://b.example?key=1'), 'http://a.example/http://b.example?…');
    assert.equal(mask('https://a.example/b, what?'), 'https://a.example/b, what?');
  });

  test('a megabyte of nothing but addresses is masked before anybody stops waiting', () => {
    const text = 'http://'.repeat(150_000);
    assert.equal(mask(text), text);
  });
});
