import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { quirks, type RecordedCaseResult, runCase, type TraceRow } from '../../../flow/simulator';
import type { RecordedFlow } from '../../../flow/simulator/cases/recordedFlow';
import { sharedText } from '../../support/shared';

interface Trace extends RecordedFlow, Omit<RecordedCaseResult, 'name'> {
  readonly quirk: readonly string[];
  readonly documented?: Pick<RecordedCaseResult, 'trace' | 'outcome' | 'error'>;
}

const text = sharedText('traces/traces.json');
const traces = text === undefined ? [] : (JSON.parse(text) as Trace[]);

const randomText = sharedText('traces/random.json');
const random = randomText === undefined ? [] : (JSON.parse(randomText) as Trace[]);

/**
 * The engine refused this one because its list is nested too deep. The file has 990 levels of it, which Go reads (it reads 10 000): the list was cut
 * when it was written down.
 */
const cutShort = 'random/save-4';

const deepen = (item: RecordedFlow): RecordedFlow => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  return JSON.parse(JSON.stringify(item).replace(/\[{900,}\]{900,}/, deep)) as RecordedFlow;
};

/** Rows with the ids that the platform makes put aside: their numbers are only a way of writing. */
const withoutMade = (rows: readonly TraceRow[]) =>
  rows.map((row) => ({
    ...row,
    id: row.id.startsWith('gen-') ? 'gen' : row.id,
    option: row.index.startsWith('pushed') ? {} : row.option,
  }));

if (traces.length > 0) {
  suite('the traces of the real engine', () => {
    test('are all there', () => assert.ok(traces.length >= 500));

    for (const { trace, outcome, error, variables, ...play } of traces) {
      test(`${play.name} as observed`, () => {
        const result = runCase(play, { semantics: 'observed' });
        assert.deepEqual(
          { ...result, trace: withoutMade(result.trace) },
          { name: play.name, trace: withoutMade(trace), outcome, error, variables },
        );
      });
      const deviates = play.quirk.some((name) => quirks.find((quirk) => quirk.name === name)?.deviates);
      // Where no deviation shows, the documentation promises what the engine does.
      const promised = play.documented ?? (deviates ? undefined : { trace, outcome, error });
      if (promised) {
        test(`${play.name} as documented`, () => {
          const result = runCase(play, { semantics: 'documented' });
          assert.deepEqual(
            { trace: withoutMade(result.trace), outcome: result.outcome, error: result.error },
            { trace: withoutMade(promised.trace), outcome: promised.outcome, error: promised.error },
          );
        });
      }
    }
  });
}

if (random.length > 0) {
  suite('random hostile flows on the real engine', () => {
    test('are all there', () => assert.ok(random.length >= 320));

    for (const { trace, outcome, error, variables, ...play } of random) {
      test(play.name, () => {
        const result = runCase(play.name === cutShort ? deepen(play) : play, { semantics: 'observed' });
        const found = result.error === 'wrong reference type' ? 'service refused' : result.error;
        assert.deepEqual(
          { ...result, error: found, trace: withoutMade(result.trace) },
          { name: play.name, trace: withoutMade(trace), outcome, error, variables },
        );
      });
    }
  });
}
