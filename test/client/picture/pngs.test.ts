import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { ToPage } from '../../../client/picture/pictureProtocol';
import { pngScale } from '../../../client/picture/pngScale';
import { createPngs } from '../../../client/picture/pngs';
import { pictureOf, writeSvg } from '../../../flow/layout';
import { layOut } from '../../../flow/layout/layOut';
import { readFlow } from '../../../flow/model/flowModel';
import { picturePages } from './picturePage';

const size = { width: 10, height: 10, scale: 2 };

suite('a picture as PNG', () => {
  test('has two pixels for one of the screen, and fewer where a browser could not draw it', () => {
    assert.equal(pngScale(400, 600), 2);
    assert.ok(pngScale(400, 30_000) * 30_000 <= 16_384);
    assert.ok((pngScale(9000, 9000) * 9000) ** 2 <= 100_000_001);
    assert.equal(pngScale(0, 0), 2);
  });

  test('is asked for as soon as the page listens, and each answer is for what asked', async () => {
    const posted: ToPage[] = [];
    const pngs = createPngs((message) => posted.push(message));
    const promise = pngs.make('<svg/>', size);
    assert.equal(posted.length, 0);
    pngs.ready();
    const two = pngs.make('<svg/>', size);
    assert.equal(posted.length, 2);
    pngs.take({ type: 'rasterized', id: 2, png: btoa('two') });
    pngs.take({ type: 'rasterized', id: 1, png: btoa('one') });
    assert.equal(new TextDecoder().decode(await promise), 'one');
    assert.equal(new TextDecoder().decode(await two), 'two');
  });

  test('that cannot be made says what to do', async () => {
    const pngs = createPngs(() => {});
    pngs.ready();
    const failed = assert.rejects(pngs.make('<svg/>', size), /Export it as SVG instead/);
    pngs.take({ type: 'rasterized', id: 1, png: '' });
    await failed;
    const closed = assert.rejects(pngs.make('<svg/>', size), /was closed before/);
    pngs.close();
    await closed;
  });
});

suite('the page that makes a PNG', () => {
  const open = picturePages();
  test('draws the SVG in the size that is asked for', async () => {
    const { page, post, sent } = await open();
    const flow = [{ type: 'talk', option: { text: '<b>안녕</b> שלום & "quotes"' } }, { type: 'hangup' }];
    const placed = layOut(pictureOf(readFlow(JSON.stringify(flow))));
    const svg = writeSvg(placed, { title: 'a', theme: 'light' });
    await post({ type: 'rasterize', id: 7, svg, width: placed.width, height: placed.height, scale: 2 });
    for (let left = 100; left > 0 && !sent.some(({ type }) => type === 'rasterized'); left--)
      await page.evaluate(() => new Promise(requestAnimationFrame));
    const answer = sent.find(({ type }) => type === 'rasterized');
    assert.ok(answer?.type === 'rasterized' && answer.id === 7);
    const bytes = Buffer.from(answer.png, 'base64');
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    assert.deepEqual(
      [bytes.readUInt32BE(16), bytes.readUInt32BE(20)],
      [Math.ceil(placed.width * 2), Math.ceil(placed.height * 2)],
    );
    await post({ type: 'rasterize', id: 8, svg: 'not an image', ...size });
    for (let left = 100; left > 0 && !sent.some((item) => item.type === 'rasterized' && item.id === 8); left--)
      await page.evaluate(() => new Promise(requestAnimationFrame));
    assert.deepEqual(sent.at(-1), { type: 'rasterized', id: 8, png: '' });
  });
});
