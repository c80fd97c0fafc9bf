import type { RunEnd } from '../simulator';
import type { Effects, Standing } from './effects';
import type { Fact } from './facts';
import type { StepRecord } from './trial';

/** Gives equal parts of steps as one: there are many steps, and few things that can happen on them. */
export function interned() {
  const known = new Map<string, unknown>();
  const share = <T>(key: string, value: T): T => {
    if (known.has(key)) return known.get(key) as T;
    known.set(key, value);
    return value;
  };
  const fact = (value: Fact) => share(`fact ${JSON.stringify([value.key, value.value])}`, value);
  return {
    effects: (effects: Effects): Effects => {
      const { edges, visits, placed, assumed } = effects;
      let key = 'effects';
      for (const edge of edges) key += `\n${edge.key}`;
      for (const { index } of visits) key += `\nat ${index}`;
      for (const { at, key: flow } of placed) key += `\nplaces ${at.index} ${flow}`;
      for (const text of assumed) key += `\nassumed ${text}`;
      return share(key, effects);
    },
    standing: (at: Standing): Standing => {
      let key = `at ${at.place?.index}`;
      for (const { index } of at.stack) key += `\n${index}`;
      return share(key, at);
    },
    end: (end: RunEnd): RunEnd => share(`end ${JSON.stringify(end)}`, end),
    record: (record: StepRecord): StepRecord => {
      const { learned, callees, duration, typed, pressed, hangsUpAfter, dialled, time } = record;
      // What is learned, what parties do and dates are seldom the same twice.
      if (learned.length + callees.length > 0 || time)
        return { ...record, learned: learned.map(fact), callees: callees.length === 0 ? none : callees };
      const key = `record ${duration} ${dialled} ${hangsUpAfter} ${pressed?.after} ${pressed?.key} ${typed}`;
      return share(key, { ...record, learned: none, callees: none });
    },
  };
}

const none: readonly never[] = [];
