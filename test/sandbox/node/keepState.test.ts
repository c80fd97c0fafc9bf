import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { keepState } from '../../../sandbox/node/keepState';
import { openSandbox } from '../openSandbox';

/** A sandbox whose state goes into a list, and a disk that can be full. */
function keeping() {
  const open = openSandbox();
  const written: string[] = [];
  const told: string[] = [];
  const disk: { fault: string | undefined } = { fault: undefined };
  const file = keepState(open.sandbox, {
    timers: open.clock,
    async write(text) {
      if (disk.fault !== undefined) throw new Error(disk.fault);
      written.push(text);
    },
    failed: (reason) => told.push(`failed: ${reason}`),
    recovered: () => told.push('recovered'),
  });
  return { ...open, file, written, told, disk };
}

suite('keepState', () => {
  test('gathers changes for which nobody waits', async () => {
    const { file, written, ask, clock } = keeping();
    await file.kept();
    await ask('POST', '/flows', { name: 'one' });
    await ask('POST', '/flows', { name: 'two' });
    assert.equal(written.length, 1);
    assert.deepEqual(clock.pending(), [200]);
    clock.advance(200);
    await file.kept();
    assert.match(written[1] ?? '', /"one".*"two"/);
    assert.equal(written.length, 2);
  });

  test('has everything when it is closed, and writes nothing afterwards', async () => {
    const { file, written, ask, clock } = keeping();
    await ask('POST', '/flows', { name: 'one' });
    await file.close();
    await ask('POST', '/flows', { name: 'two' });
    clock.advance(1000);
    assert.match(written.at(-1) ?? '', /"one"/);
    assert.doesNotMatch(written.at(-1) ?? '', /"two"/);
  });

  test('has what was changed while it was being written', async () => {
    const { file, written, ask } = keeping();
    const first = file.kept();
    await ask('POST', '/flows', { name: 'late' });
    await Promise.all([first, file.kept()]);
    assert.match(written.at(-1) ?? '', /"late"/);
  });

  test('a change that comes in any moment of writing is written before it is acknowledged', async () => {
    for (let moment = 0; moment < 12; moment++) {
      const { file, written, sandbox } = keeping();
      const first = file.kept();
      for (let step = 0; step < moment; step++) await undefined;
      sandbox.reset();
      sandbox.account.balance = 4242;
      await file.kept();
      assert.match(written.at(-1) ?? '', /4242/, `${moment} steps after writing began`);
      await first;
    }
  });

  test('a full disk is told at once, tried again each second, and told to be over', async () => {
    const { file, written, told, disk, ask, clock } = keeping();
    await file.kept();
    disk.fault = 'ENOSPC: no space left on device';
    await ask('POST', '/flows', { name: 'mine' });
    await assert.rejects(file.kept(), { message: disk.fault });
    await assert.rejects(file.kept(), { message: disk.fault });
    assert.deepEqual(told, [`failed: ${disk.fault}`]);
    assert.deepEqual(clock.pending(), [1000]);
    disk.fault = undefined;
    await clock.pass(1000);
    await file.kept();
    assert.match(written.at(-1) ?? '', /"mine"/);
    assert.deepEqual(told.slice(1), ['recovered']);
    assert.deepEqual(clock.pending(), []);
  });

  test('a failure for which nobody waits is told as well', async () => {
    const { file, told, disk, ask, clock } = keeping();
    await file.kept();
    disk.fault = 'EIO';
    await ask('POST', '/flows', { name: 'mine' });
    clock.advance(200);
    await assert.rejects(file.kept());
    assert.deepEqual(told, ['failed: EIO']);
  });

  test('closed with changes that cannot be written, it says so and tries no more', async () => {
    const { file, disk, ask, clock } = keeping();
    await file.kept();
    disk.fault = 'EROFS';
    await ask('POST', '/flows', { name: 'mine' });
    await assert.rejects(file.close(), { message: 'EROFS' });
    assert.deepEqual(clock.pending(), []);
  });
});
