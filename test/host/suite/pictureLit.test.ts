import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Activated } from '../../../client/activation';
import type { Pictures } from '../../../client/picture/startPicture';
import { readFlow } from '../../../flow/model/flowModel';
import { countCoverage } from '../../../flow/tests';
import { eventually, open } from './support';

const A = 'aaaaaaaa-0000-4000-8000-000000000001';
const F = 'ffffffff-0000-4000-8000-00000000000f';
const flow = JSON.stringify(
  { actions: [{ id: A, type: 'talk', option: { text: 'Hello' } }, { type: 'hangup' }] },
  null,
  2,
);

suite('a picture is lit up', function () {
  this.timeout(60_000);
  let activated: Activated;
  let pictures: Pictures;

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<Activated>('voipbin.voipbin-flow');
    assert.ok(extension);
    activated = await extension.activate();
    pictures = await activated.picture();
  });
  const clear = async () => {
    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  };
  setup(clear);
  suiteTeardown(clear);

  async function showing(text: string) {
    const { document } = await open(text);
    await vscode.commands.executeCommand('voipbin.showPicture', document.uri);
    const picture = await eventually(() => pictures.find(document.uri.toString()));
    await eventually(() => picture.latest());
    return { document, picture };
  }

  test('by breakpoints, which are set on either side', async () => {
    const { document, picture } = await showing(flow);
    const dots = () => Object.keys(picture.latestLights()?.breakpoints ?? {});
    // A suite before this one can leave some in its files.
    const ofDocument = () =>
      vscode.debug.breakpoints.filter(
        (point) =>
          point instanceof vscode.SourceBreakpoint && point.location.uri.toString() === document.uri.toString(),
      );
    const shown = picture.latest();
    await picture.take({ type: 'breakpoint', key: '0 hangup #1' });
    await eventually(() => dots().join() === '0 hangup #1');
    assert.equal(picture.latest(), shown, 'nothing but the lights was sent');
    const [set] = ofDocument();
    assert.ok(set instanceof vscode.SourceBreakpoint);
    assert.match(document.lineAt(set.location.range.start.line + 1).text, /hangup/);
    await picture.take({ type: 'breakpoint', key: '0 hangup #1' });
    await eventually(() => dots().length === 0 && ofDocument().length === 0);
    const line = document.positionAt(flow.indexOf('"talk"')).line;
    const at = new vscode.Location(document.uri, new vscode.Position(line, 0));
    vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(at, false)]);
    await eventually(() => picture.latestLights()?.breakpoints[`0 ${A}`]?.text === 'Disabled breakpoint');
  });

  test('by the coverage of tests, until something runs', async () => {
    const { document, picture } = await showing(flow);
    const uri = document.uri.toString();
    const { coverages } = await activated.tests();
    coverages.set(uri, { coverage: countCoverage(readFlow(flow)).coverage(), at: Date.now() });
    await eventually(() => picture.latestLights()?.nodes[`0 ${A}`]?.kind === 'missed');
    await vscode.commands.executeCommand('voipbin.playHere', { uri, offset: flow.indexOf('hangup') });
    await eventually(() => picture.latest()?.marks['0 hangup #1']);
    assert.deepEqual(picture.latestLights()?.nodes, {});
    assert.ok(picture.latest()?.taken.includes(`0 ${A} next`));
    await vscode.commands.executeCommand('voipbin.clearMarks');
    await eventually(() => Object.keys(picture.latest()?.marks ?? {}).length === 0);
  });

  test('and is exported as PNG by its page', async () => {
    const { picture } = await showing(flow);
    const { picture: placed, rasterize } = await picture.exported();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>';
    const png = await rasterize(svg, { width: 10, height: 10, scale: 2 });
    assert.equal(new TextDecoder().decode(png.slice(1, 4)), 'PNG');
    assert.ok(placed.nodes.length > 0);
  });

  test('a fetched flow opens its file', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const support = vscode.Uri.joinPath(folder, 'fetched.flow.json');
    // As VoIPbin answers it: the file says itself which flow it is.
    const tm_create = '2026-01-02 03:04:05.000000';
    const text = JSON.stringify({ id: F, name: 'Support', actions: [{ type: 'hangup' }], tm_create });
    await vscode.workspace.fs.writeFile(support, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(support);
    const { picture } = await showing(JSON.stringify([{ type: 'fetch_flow', option: { flow_id: F } }]));
    const node = picture.latest()?.picture.nodes.find(({ kind }) => kind === 'elsewhere');
    assert.ok(node);
    await eventually(async () => {
      await picture.take({ type: 'open', key: node.key });
      return vscode.window.activeTextEditor?.document.uri.toString() === support.toString();
    });
  });
});
