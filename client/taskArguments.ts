/** What a task of the command line says of itself in `tasks.json`. */
export interface FlowTask {
  readonly command: 'check' | 'test' | 'build';
  readonly paths?: unknown;
  readonly options?: unknown;
}

/** VS Code puts the file of the editor in its place. */
const openFile = '${file}';

/** The tasks of a folder. */
export const offeredTasks: readonly FlowTask[] = [
  { command: 'check' },
  { command: 'test' },
  { command: 'build', paths: [openFile], options: ['--out', 'built'] },
];

/** What the command line is called with; whatever is not a text is left out. */
export function taskArguments({ command, paths, options }: FlowTask): string[] {
  const named = texts(paths);
  return [command, ...texts(options), ...(named.length > 0 ? named : [command === 'build' ? openFile : '.'])];
}

/** As the list of tasks shows it. */
export function taskName({ command, paths }: FlowTask): string {
  const named = texts(paths).map((path) => (path === openFile ? 'the open file' : path));
  return [command, ...named].join(' ');
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
