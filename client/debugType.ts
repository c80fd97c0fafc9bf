/** What a configuration of the debugger has as its type. */
export const debugType = 'voipbin-flow';
