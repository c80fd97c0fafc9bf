import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { sideWorkers } from '../../../client/node/startSideWorker';
import { answerLayouts } from '../../../client/picture/answerLayouts';
import type { FromLayouts, ToLayouts } from '../../../client/picture/layoutMessages';
import { createLayouts } from '../../../client/picture/layouts';
import type { SideWorkerEvents } from '../../../client/sideWorker';
import { pictureOf } from '../../../flow/layout';
import { layOut } from '../../../flow/layout/layOut';
import type { Sketch } from '../../../flow/layout/placeLanes';
import { readFlow } from '../../../flow/model/flowModel';
import { bundle } from '../../support/bundle';

const sketchOf = (...types: string[]): Sketch => {
  const { lanes, nodes, edges } = pictureOf(readFlow(JSON.stringify(types.map((type) => ({ type })))));
  return { lanes, nodes, edges };
};
const short = sketchOf('beep');
const long = sketchOf('answer', 'beep', 'talk', 'hangup');

/** A worker whose time stands still but for what a test lets pass: each look at the clock takes long enough for a pause. */
function worker() {
  const answers: FromLayouts[] = [];
  const paused: (() => void)[] = [];
  let time = 0;
  const ask = answerLayouts((answer) => void answers.push(answer), {
    now: () => (time += 100),
    pause: () => new Promise((resume) => void paused.push(resume)),
  });
  /** Lets all that waits go on, so many times. */
  const goOn = async (times = 50) => {
    for (let left = times; left > 0; left--) {
      for (const resume of paused.splice(0)) resume();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { ask: (asked: ToLayouts) => void ask(asked), goOn, answers };
}

suite('the worker that lays out pictures', () => {
  test('gives the places that there are without it', async () => {
    const { ask, goOn, answers } = worker();
    ask({ picture: 1, version: 1, sketch: long });
    await goOn();
    assert.deepEqual(answers, [{ picture: 1, version: 1, result: layOut(long) }]);
  });

  test('ends a layout that has begun when a newer version comes, and leaves other pictures alone', async () => {
    const { ask, goOn, answers } = worker();
    ask({ picture: 1, version: 1, sketch: long });
    ask({ picture: 2, version: 1, sketch: long });
    await goOn(2);
    assert.equal(answers.length, 0);
    ask({ picture: 1, version: 2, sketch: short });
    await goOn();
    const sorted = answers.sort((a, b) => a.picture - b.picture);
    assert.deepEqual(sorted, [
      { picture: 1, version: 2, result: layOut(short) },
      { picture: 2, version: 1, result: layOut(long) },
    ]);
  });

  test('of versions that come at once begins the last one only, and none of a picture that was closed', async () => {
    const { ask, goOn, answers } = worker();
    for (const version of [1, 2, 3]) ask({ picture: 1, version, sketch: short });
    ask({ picture: 2, version: 1, sketch: short });
    ask({ picture: 2, version: 1, sketch: undefined });
    await goOn();
    assert.deepEqual(
      answers.map(({ picture, version }) => [picture, version]),
      [[1, 3]],
    );
  });

  test('says why a layout fails', async () => {
    const { ask, goOn, answers } = worker();
    ask({ picture: 1, version: 1, sketch: { ...short, edges: undefined } as unknown as Sketch });
    await goOn();
    assert.equal(typeof answers[0]?.result, 'string');
  });
});

suite('layouts of pictures', () => {
  function layouts() {
    const posted: ToLayouts[] = [];
    const started: SideWorkerEvents[] = [];
    const created = createLayouts((events) => {
      started.push(events);
      return { post: (message) => void posted.push(message as ToLayouts), stop: () => undefined };
    });
    return { created, posted, started };
  }

  test('an older version gives nothing once a newer one is asked for', async () => {
    const { created, posted, started } = layouts();
    const layout = created.open();
    const older = layout.layOut(long);
    const newer = layout.layOut(short);
    assert.equal(await older, undefined);
    const places = layOut(short);
    started[0]?.message({ picture: posted[0]?.picture, version: posted[0]?.version, result: layOut(long) });
    started[0]?.message({ picture: posted[1]?.picture, version: posted[1]?.version, result: places });
    assert.equal(await newer, places);
  });

  test('a worker that ends fails what waits for it, and the next layout has a new one', async () => {
    const { created, started } = layouts();
    const layout = created.open();
    const lost = layout.layOut(short);
    started[0]?.failed(new Error('out of memory'));
    await assert.rejects(lost, /out of memory/);
    const next = layout.layOut(short);
    assert.equal(started.length, 2);
    layout.close();
    assert.equal(await next, undefined);
  });

  test('come from the bundle, in a thread of its own', async () => {
    const start = sideWorkers(() => bundle('dist/layout.js'));
    const created = createLayouts((events) => start('layout.js', events));
    try {
      assert.deepEqual(await created.open().layOut(long), layOut(long));
    } finally {
      created.stop();
    }
  });
});
