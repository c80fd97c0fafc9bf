import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type CaseResult, quirks, runCase, type TraceRow } from '../../../flow/simulator';
import type { Case } from '../../../flow/simulator/cases/runCase';
import { sharedText } from '../../support/shared';

interface Trace extends Case, Omit<CaseResult, 'name'> {
  readonly quirk: readonly string[];
  readonly documented?: Pick<CaseResult, 'trace' | 'outcome' | 'error'>;
}

const text = sharedText('traces/traces.json');
const traces = text === undefined ? [] : (JSON.parse(text) as Trace[]);

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

    for (const { trace, outcome, error, variables, ...one } of traces) {
      test(`${one.name} as observed`, () => {
        const result = runCase(one, { semantics: 'observed' });
        assert.deepEqual(
          { ...result, trace: withoutMade(result.trace) },
          { name: one.name, trace: withoutMade(trace), outcome, error, variables },
        );
      });
      const deviates = one.quirk.some((name) => quirks.find((quirk) => quirk.name === name)?.deviates);
      // Where no deviation shows, the documentation promises what the engine does.
      const promised = one.documented ?? (deviates ? undefined : { trace, outcome, error });
      if (promised) {
        test(`${one.name} as documented`, () => {
          const result = runCase(one, { semantics: 'documented' });
          assert.deepEqual(
            { trace: withoutMade(result.trace), outcome: result.outcome, error: result.error },
            { trace: withoutMade(promised.trace), outcome: promised.outcome, error: promised.error },
          );
        });
      }
    }
  });
}
