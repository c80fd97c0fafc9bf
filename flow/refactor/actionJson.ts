/** An action that is to be written, as JSON has it. */
export type ActionJson = Readonly<Record<string, unknown>>;
