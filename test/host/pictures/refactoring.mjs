// Hints in the text, lenses above actions, the rename box and the menu of refactorings; dark and light.
export const folder = 'test/host/pictures/workspace';
export const size = { width: 1280, height: 820 };

export default async function refactoring({ page, workbench, shoot }) {
  await workbench.open('support-line.flow.json');
  await page.locator('.codelens-decoration').first().waitFor();
  await workbench.goTo(21, 17);
  await page.waitForTimeout(1500);
  await shoot('hints-dark');
  await workbench.command('Rename Symbol');
  await page.locator('.rename-box input').waitFor();
  await shoot('rename-dark');
  await page.keyboard.press('Escape');
  await workbench.goTo(12, 9);
  await workbench.command('Refactor...');
  await page.locator('.action-widget').first().waitFor();
  await shoot('refactor-dark');
  await page.keyboard.press('Escape');
  await workbench.theme('light');
  await page.waitForTimeout(500);
  await shoot('hints-light');
  await workbench.goTo(21, 17);
  await workbench.command('Rename Symbol');
  await page.locator('.rename-box input').waitFor();
  await shoot('rename-light');
}
