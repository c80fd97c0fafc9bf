/** Timers from outside, so that tests need not wait. */
export interface Timers {
  /** Runs a function once after so many real ms. The returned function cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** Time from outside. */
export interface Clock extends Timers {
  /** Real ms; whether they count from 1970 depends on who passes it in. Differences always count. */
  now(): number;
}
