// The menu, debugged: it waits for a key, then it is stopped behind it, with the variables, the stack, the phone and the console; light, dark, high contrast.
export const size = { width: 1400, height: 860 };

export default async function ({ page, workbench, shoot }) {
  await workbench.open('branch-menu.flow.json');
  await workbench.goTo(20, 5);
  await workbench.command('Debug: Toggle Breakpoint');
  await workbench.command('VoIPbin: Debug');
  await page.locator('.repl', { hasText: 'waits for keys' }).first().waitFor();
  await workbench.command('Debug Console: Focus on Debug Console View');
  const hasKeypad = async () => {
    for (const frame of page.frames()) if (await frame.getByText('Waiting for keys').count()) return true;
    return false;
  };
  while (!(await hasKeypad())) await page.waitForTimeout(200);
  await workbench.command('Debug Console: Focus on Debug Console View');
  // Typed key by key it would bring up the list of commands, and Enter would be its.
  await page.keyboard.insertText('press 2');
  await shoot('debug-waiting');
  await page.keyboard.press('Enter');
  await page.locator('.debug-top-stack-frame-line').first().waitFor();
  await page.waitForTimeout(1500);
  await shoot('debug');
  for (const name of ['light', 'high-contrast']) {
    await workbench.theme(name);
    await page.waitForTimeout(700);
    await shoot(`debug-${name}`);
  }
}
