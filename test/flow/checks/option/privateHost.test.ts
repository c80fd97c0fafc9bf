import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { isPrivateHost } from '../../../../flow/checks/option/privateHost';

suite('private hosts', () => {
  test('are the reserved ranges and localhost', () => {
    for (const host of [
      'localhost',
      'LocalHost',
      'localhost.',
      'app.localhost',
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.0.1',
      '192.0.0.8',
      '255.255.255.255',
      '[::1]',
      '[::]',
      '[0:0:0:0:0:0:0:1]',
      '[fd00::1]',
      '[fc12::1]',
      '[fe80::1]',
      '[::ffff:10.0.0.1]',
    ]) {
      assert.equal(isPrivateHost(host), true, host);
    }
  });

  test('are not the rest of the world', () => {
    for (const host of [
      'example.com',
      'localhost.example.com',
      '8.8.8.8',
      '100.128.0.1',
      '169.253.0.1',
      '172.15.0.1',
      '172.32.0.1',
      '192.169.0.1',
      '[2606:4700::1]',
      '[::ffff:8.8.8.8]',
      '10.example.com',
    ]) {
      assert.equal(isPrivateHost(host), false, host);
    }
  });
});
