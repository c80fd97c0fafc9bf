/** The page of the phone, inside its webview: it shows what the extension tells, and tells what the person does. */
import { readToPage } from '../phoneProtocol';
import { drawPhone } from './drawPhone';
import { vscode } from './vsCodeApi';

const main = document.querySelector('main');
if (main) {
  const kept = vscode.getState();
  const show = drawPhone(main, {
    tell: (message) => vscode.postMessage(message),
    synthesis: globalThis.speechSynthesis,
    sound: typeof kept === 'object' && kept !== null && 'sound' in kept && kept.sound === true,
    keepSound: (sound) => vscode.setState({ sound }),
  });
  addEventListener('message', ({ data }) => {
    const message = readToPage(data);
    if (message) show(message);
  });
  vscode.postMessage({ type: 'ready' });
}
