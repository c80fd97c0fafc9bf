import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { findReserved } from '../../../../flow/checks/option/reservedHost';

suite('hosts to which VoIPbin sends no webhook', () => {
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
      '[::ffff:a00:1]',
      '[0:0:0:0:0:ffff:127.0.0.1]',
      '[fe80::1%25eth0]',
      '[2001:db8::1]',
      '[2001:DB8:ffff::]',
      '192.0.2.1',
      '198.18.0.1',
      '198.19.255.255',
      '198.51.100.7',
      '203.0.113.10',
      '240.0.0.1',
    ]) {
      assert.notEqual(findReserved(host), undefined, host);
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
      '192.0.1.1',
      '198.17.255.255',
      '198.20.0.1',
      '203.0.114.1',
      '[2001:db9::1]',
      '[::2]',
      '[1::2::3]',
      '[2606:4700::8.8.8.8]',
      '999.1.1.1',
    ]) {
      assert.equal(findReserved(host), undefined, host);
    }
  });
});
