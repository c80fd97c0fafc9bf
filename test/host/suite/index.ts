// The entry of the suite in a VS Code, whichever one: the extension host calls run() and ends when it resolves.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface TestResult {
  title: string;
  state: 'passed' | 'failed' | 'pending';
  milliseconds: number;
  /** Why it failed; in a test that passed, why it had to run again. */
  error?: string;
}

/** What the file named by VOIPBIN_SUITE_RESULT holds; it is written anew after every test. */
interface SuiteResult {
  done: boolean;
  /** Full title of the test that runs now. */
  running?: string;
  tests: TestResult[];
}

/**
 * Runs the suite files that VOIPBIN_SUITE_FILES names (`activation,hover`: file names without `.test.ts`, comma
 * separated), narrowed by VOIPBIN_SUITE_GREP. Rejects when a test failed.
 */
export async function run(): Promise<void> {
  const { VOIPBIN_SUITE_RESULT: path, VOIPBIN_SUITE_FILES: files = '', VOIPBIN_SUITE_GREP: grep } = process.env;
  const result: SuiteResult = { done: false, tests: [] };
  const report = (): void => {
    if (path) writeFileSync(path, JSON.stringify(result));
  };

  // A whole editor does not do the same twice: what fails runs once more, and what passes then is named, with what it failed by.
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, retries: 1, ...(grep ? { grep } : {}) });
  mocha.forbidOnly();
  mocha.reporter(reporter(result, report));
  try {
    // Gives `suite` and `test`, imported from mocha, this run's root suite to add to.
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    // esbuild bundles every file that the pattern matches.
    for (const name of files.split(',').filter(Boolean)) await import(`./${name}.test.ts`);
  } catch (error) {
    result.tests.push({ title: 'the suite loads', state: 'failed', milliseconds: 0, error: describe(error) });
    result.done = true;
    report();
    throw error;
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  result.done = true;
  report();
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

function reporter(result: SuiteResult, report: () => void): new (runner: Mocha.Runner) => Mocha.reporters.Base {
  const firstErrors = new Map<string, unknown>();
  const add = (test: Mocha.Runnable, state: TestResult['state'], error?: unknown): void => {
    result.tests.push({
      title: test.fullTitle(),
      state,
      milliseconds: test.duration ?? 0,
      ...(error === undefined ? {} : { error: describe(error) }),
    });
    delete result.running;
    report();
  };
  return class extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner) {
      super(runner);
      runner.on('test', (test: Mocha.Test) => {
        result.running = test.fullTitle();
        report();
      });
      runner.on('retry', (test: Mocha.Test, error: unknown) => void firstErrors.set(test.fullTitle(), error));
      runner.on('pass', (test: Mocha.Test) => add(test, 'passed', firstErrors.get(test.fullTitle())));
      // A failing hook arrives here as well, under its own title.
      runner.on('fail', (test: Mocha.Runnable, error: unknown) => add(test, 'failed', error));
      runner.on('pending', (test: Mocha.Test) => add(test, 'pending'));
    }
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
