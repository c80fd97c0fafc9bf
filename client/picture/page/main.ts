/** The page of a picture, inside its webview: it shows what the extension tells, and tells what the person does. */
import { vscode } from '../../phone/page/vsCodeApi';
import type { ToPage } from '../pictureProtocol';
import { drawPicture } from './drawPicture';
import { showLights } from './lights';
import { makePngs } from './rasterize';

const main = document.querySelector('main');
if (main) {
  const show = drawPicture(main, (message) => vscode.postMessage(message));
  const light = showLights(main, (message) => vscode.postMessage(message));
  const makePng = makePngs((message) => vscode.postMessage(message));
  addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    // VS Code sends its own messages, too.
    if (typeof data !== 'object' || data === null || !('type' in data)) return;
    // VS Code hands it over when it brings the page back after a reload.
    if (data.type === 'show') vscode.setState({ uri: data.uri, beforeUri: data.beforeUri });
    show(data);
    light(data);
    makePng(data);
  });
  vscode.postMessage({ type: 'ready' });
}
