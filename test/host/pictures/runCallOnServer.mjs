// A call on a VoIPbin server: signing in, the questions, the summary with what is billed, and the call. The server is the sandbox, on a port of
// this machine.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBundles } from '../../../scripts/bundles.mjs';

ensureBundles();
const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const { address, accessKey } = await startSandbox();

export const size = { width: 1280, height: 800 };
export const settings = {
  'voipbin.profiles': [{ name: 'workshop', baseUrl: `${address}/v1.0` }],
  'voipbin.profile': 'workshop',
};

export default async function runCallOnServer({ page, workbench, shoot }) {
  const input = page.locator('.quick-input-widget input.input');
  const asked = (text) => page.locator('.quick-input-widget').getByText(text).first().waitFor({ timeout: 20_000 });
  await workbench.open('message-and-call.flow.json');
  await workbench.command('VoIPbin: Run Call');
  await asked('User Name and Password');
  await shoot('sign-in');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await asked('Access key');
  await input.fill(accessKey);
  await page.keyboard.press('Enter');

  await asked('Extensions');
  await shoot('destination');
  await input.fill('+1555');
  await shoot('destination-too-short');
  await input.fill('+1 (555) 010-1021');
  await shoot('destination-typed');
  await page.keyboard.press('Enter');
  await asked('Default number of the account');
  await shoot('source');
  await page.keyboard.press('Escape');
  await asked('Extensions');
  await shoot('back');
  await input.fill('+15550101021');
  await page.keyboard.press('Enter');
  await asked('Default number of the account');
  await page.keyboard.press('Enter');
  await page.locator('.monaco-dialog-box').waitFor();
  await shoot('summary');
  await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Call', exact: true }).click();
  await page.locator('.notification-list-item', { hasText: 'executions used' }).waitFor({ timeout: 30_000 });
  await workbench.command('VoIPbin: Focus on Call View');
  await page.waitForTimeout(1000);
  await shoot('over');
}

/** The address of a sandbox and a key for it; it ends with this process. */
function startSandbox() {
  const child = spawn(process.execPath, [cli, 'sandbox', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`the sandbox ended: ${said}`)));
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      const [key] = /vb_\w+/.exec(said) ?? [];
      if (found && key) resolve({ address: found, accessKey: key });
    });
  });
}
