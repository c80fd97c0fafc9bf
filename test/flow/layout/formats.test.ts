import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { pictureOf, takenBy, writeDot, writeMermaid, writeSvg } from '../../../flow/layout';
import { layOut } from '../../../flow/layout/layOut';
import { readFlow } from '../../../flow/model/flowModel';
import { readExamples } from '../../../scripts/readExamples';
import { A, B } from '../../support/ids';
import { mermaidTypeOf } from '../../support/mermaidTypeOf';
import { root } from '../../support/repository';

const pictureFor = (flow: unknown) => pictureOf(readFlow(JSON.stringify(flow)));
const hostile = [
  '<script>alert(1)</script>',
  '"quoted" [box] {curly} (round)',
  'end',
  '%% comment --> x',
  '&amp; #35; `code` **bold**',
  'a\u0000b\ud800c',
  'مرحبا بالعالم',
  '안녕하세요 무엇을 도와드릴까요',
  '\\"; n0 -> n1 [label="x',
];
const hostileFlow = [
  ...hostile.map((text) => ({ type: 'talk', option: { text } })),
  { type: 'branch', option: { target_ids: Object.fromEntries(hostile.map((key) => [key, A])) } },
  { type: '<b>no type', id: A },
];

suite('a picture as SVG', () => {
  const svg = writeSvg(layOut(pictureFor(hostileFlow)), { title: 'a <b> & "c"' });

  test('texts of the flow are texts', () => {
    assert.ok(!/<(script|b)\b/.test(svg));
    assert.ok(svg.includes('&lt;script&gt;'));
    assert.ok(svg.includes('<title id="title">a &lt;b&gt; &amp; &quot;c&quot;</title>'));
    assert.ok(!svg.includes('\u0000') && !/[\ud800-\udbff](?![\udc00-\udfff])/.test(svg));
  });

  test('needs nothing else', () => {
    assert.ok(!/(?:href|src|url\((?!#)|@import|<image|<foreignObject)/.test(svg));
  });

  test('its elements are closed', () => {
    const open: string[] = [];
    for (const [, end, name = '', empty] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (end) assert.equal(open.pop(), name);
      else if (!empty) open.push(name);
    }
    assert.deepEqual(open, []);
  });

  test('is described for who does not see it', () => {
    const text = writeSvg(layOut(pictureFor([{ type: 'answer' }, { type: 'hangup' }])), { title: 't' });
    assert.ok(text.includes('<desc id="description">Start: answer.\nanswer: hangup.\nhangup: hangs up.</desc>'));
  });

  test('has the colors that are asked for, or follows the reader', () => {
    const picture = layOut(pictureFor([]));
    assert.ok(!writeSvg(picture, { title: '', theme: 'dark' }).includes('prefers-color-scheme'));
    assert.ok(writeSvg(picture, { title: '' }).includes('prefers-color-scheme:dark'));
  });

  test('writes right to left what is written so', () => {
    assert.match(svg, /direction="rtl"[^>]*>&quot;مرحبا/);
  });
});

suite('the way of a call', () => {
  test('is the nodes and edges that it took, start and end included', () => {
    const flow = [
      { type: 'branch', option: { target_ids: { '1': B, '2': B } } },
      { type: 'hangup', id: B },
    ];
    const picture = pictureFor(flow);
    const model = readFlow(JSON.stringify(flow));
    assert.deepEqual([...takenBy(pictureFor(flow), [], 'end')], []);
    const own = pictureOf(model);
    const [branch, hangup] = model.actions;
    assert.ok(branch && hangup);
    const taken = takenBy(own, [{ action: branch, by: '"2"' }, { action: hangup }], 'end');
    const texts = own.edges.filter(({ key }) => taken.has(key)).map(({ kind, text }) => text || kind);
    assert.deepEqual(texts, ['start', '2', 'end']);
    assert.equal(own.nodes.filter(({ key }) => taken.has(key)).length, picture.nodes.length - 1);
  });
});

suite('a picture as Mermaid and DOT', () => {
  test("Mermaid's own parser reads every example", async () => {
    for (const text of Object.values(readExamples(root)))
      assert.equal(await mermaidTypeOf(writeMermaid(pictureOf(readFlow(text)), { title: 'x' })), 'flowchart-v2');
  });

  test("Mermaid's own parser reads any text of a flow", async () => {
    const text = writeMermaid(pictureFor(hostileFlow), { title: 'graph\nend --> "x"' });
    assert.equal(await mermaidTypeOf(text), 'flowchart-v2');
    assert.ok(text.includes('#60;script#62;'));
  });

  test("Mermaid's own parser refuses what is not escaped", async () => {
    await assert.rejects(mermaidTypeOf('flowchart TD\n  n0["a "quoted" text"]\n'));
  });

  test('Mermaid finds no instruction and no icon in any text', () => {
    for (const said of [
      'direction LR',
      'Take direction TB now',
      'direction RL direction BT',
      'fa:fa-car',
      'fas:fa-x',
    ]) {
      const text = writeMermaid(pictureFor([{ type: 'talk', option: { text: said } }]), { title: '' });
      const decoded = text.replaceAll(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
      for (const read of [text, decoded]) assert.ok(!/direction\s+(?:TB|TD|BT|LR|RL)|:fa-/.test(read), read);
      assert.ok(decoded.replaceAll('\u200b', '').replaceAll('<br>', ' ').includes(said), decoded);
    }
  });

  test('Mermaid finds no formula and no line break in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '\\', '{', 'n', ' ') }), (said) => {
        const text = writeMermaid(pictureFor([{ type: 'talk', option: { text: said } }]), { title: '' });
        const decoded = text.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
        assert.ok(!/\$\$|\\n/.test(decoded), decoded);
      }),
    );
  });

  test("with a theme and the way of a call, Mermaid's own parser reads it, and every part of the way is marked", async () => {
    const flow = [
      { type: 'branch', option: { target_ids: { '1': B, '2': B } } },
      { type: 'hangup', id: B },
    ];
    const picture = pictureFor(flow);
    const [branch, hangup] = [...picture.actions.values()].filter(({ type }, at, all) => all[at - 1]?.type !== type);
    assert.ok(branch && hangup);
    const taken = takenBy(picture, [{ action: branch, by: '"2"' }, { action: hangup }], 'end');
    for (const theme of ['light', 'dark', undefined] as const) {
      const text = writeMermaid(picture, { title: 'menu', theme, taken });
      assert.equal(await mermaidTypeOf(text), 'flowchart-v2');
      const [, marked = ''] = /^ {2}class (\S+) taken$/m.exec(text) ?? [];
      assert.equal(marked.split(',').length, picture.nodes.filter(({ key }) => taken.has(key)).length);
      const [, followed = ''] = /^ {2}linkStyle (\S+) /m.exec(text) ?? [];
      const links = followed.split(',').map((at) => picture.edges[Number(at)]);
      assert.deepEqual(
        links,
        picture.edges.filter(({ key }) => taken.has(key)),
      );
      const dot = writeDot(picture, { title: 'menu', theme, taken });
      assert.equal(dot.split('penwidth=2').length, marked.split(',').length + 1);
      assert.equal(dot.split('penwidth=3').length, links.length + 1);
    }
    assert.ok(!writeMermaid(picture, { title: '' }).includes('taken'));
    assert.ok(!writeDot(picture, { title: '' }).includes('penwidth'));
  });

  test('a prompt with HTML is shown as text; markup of speech is left out', () => {
    const detailOf = (text: string) => pictureFor([{ type: 'talk', option: { text } }]).nodes[1]?.detail.join(' ');
    assert.equal(detailOf('<b>bold</b> <img src=x>'), '"<b>bold</b> <img src=x>"');
    assert.equal(detailOf('if a < b and c > d'), '"if a < b and c > d"');
    assert.equal(detailOf('<speak>Hi <break time="1s"/>you</speak>'), '"Hi you"');
  });

  test('DOT has texts between quotes that they cannot leave', () => {
    const text = writeDot(pictureFor(hostileFlow), { title: 'a "b"' });
    assert.ok(text.startsWith('digraph "a \\"b\\"" {\n'));
    assert.ok(text.includes('a\ufffdb\ufffdc'));
    assert.doesNotMatch(text, /\p{Cs}/u);
    assert.doesNotMatch(text, /(?!\n)\p{Cc}/u);
    for (const line of text.split('\n')) assert.match(line, /^[^"]*(?:"(?:[^"\\]|\\.)*"[^"]*)*$/);
  });
});
