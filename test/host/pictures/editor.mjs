// A flow in the editor with what VS Code itself shows of it.
export const folder = 'test/host/workspace';

export default async function editor({ workbench, shoot }) {
  await workbench.open('welcome.flow.json');
  await workbench.goTo(4, 7);
  await shoot('editor-dark');
  await workbench.theme('high-contrast');
  await shoot('editor-high-contrast');
  await workbench.theme('light');
  await workbench.command('View: Focus Problems');
  await shoot('editor-light-problems');
}
