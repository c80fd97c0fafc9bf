// A call on the local VoIPbin: the marked lines during the branch menu, the Call view, and both once it is over.
export const folder = 'examples';
export const size = { width: 1400, height: 900 };

export default async function runCall({ page, workbench, shoot }) {
  await workbench.open('branch-menu.flow.json');
  await page.waitForTimeout(2000);
  await shoot('before');
  await workbench.command('VoIPbin: Run Call');
  await page.waitForTimeout(3000);
  await workbench.command('VoIPbin: Focus on Call View');
  await page.waitForTimeout(15000);
  await shoot('running');
}
