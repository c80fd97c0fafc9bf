import * as vscode from 'vscode';
import { type FlowTask, offeredTasks, taskArguments, taskName } from '../taskArguments';

const type = 'voipbin-flow';

/**
 * Offers what the command line does as tasks, with the commands that come with the extension: check and test of each folder, build of the file that is
 * shown. Tasks of `tasks.json` are made from what they say. There is no process in a browser, and no task.
 */
export function offerTasks(context: vscode.ExtensionContext): void {
  const cli = context.asAbsolutePath('dist/parts/tasks.js');
  const make = (definition: vscode.TaskDefinition, scope: vscode.WorkspaceFolder | vscode.TaskScope) => {
    const flowTask = definition as unknown as FlowTask;
    const folder = typeof scope === 'object' ? scope.uri.fsPath : undefined;
    const execution = new vscode.ProcessExecution(process.execPath, [cli, ...taskArguments(flowTask)], {
      // The program that runs the extension is VS Code's own.
      env: { ELECTRON_RUN_AS_NODE: '1' },
      ...(folder === undefined ? {} : { cwd: folder }),
    });
    const matchers = flowTask.command === 'test' ? ['$voipbin-flow-test'] : ['$voipbin-flow'];
    const task = new vscode.Task(definition, scope, taskName(flowTask), type, execution, matchers);
    if (flowTask.command === 'test') task.group = vscode.TaskGroup.Test;
    return task;
  };
  const commands = ['check', 'test', 'build'];
  const provider: vscode.TaskProvider = {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .flatMap((folder) => offeredTasks.map((task) => make({ type, ...task }, folder))),
    resolveTask: ({ definition, scope }) =>
      commands.includes(definition.command) ? make(definition, scope ?? vscode.TaskScope.Workspace) : undefined,
  };
  context.subscriptions.push(vscode.tasks.registerTaskProvider(type, provider));
}
