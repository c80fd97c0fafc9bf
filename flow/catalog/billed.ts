/** What VoIPbin bills an action for. Flows, activeflows, and calls between extensions are free. */
export interface Billed {
  /** User text: what is billed, as a phrase that begins in lower case. */
  readonly doc: string;
  /** Only what it dials is billed, where that goes over the telephone network: see `telephone` of the type of address. */
  readonly dials?: true;
  readonly source: string;
}

// The cost lines of the other `*_overview.rst` beside it say the same of each service.
const source = 'bin-api-manager/docsdev/source/billing_account_overview.rst';

export const billed = (doc: string): Billed => ({ doc, source });

/** `what`: those for whom minutes are billed, as a phrase. */
export const billedMinutes = (what: string): Billed => ({
  doc: `minutes on the telephone network, for ${what}`,
  dials: true,
  source,
});
