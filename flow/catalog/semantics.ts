/** What a flow is taken to mean: as the engine works, or as VoIPbin documents it. The first is the default everywhere. */
export const allSemantics = ['observed', 'documented'] as const;

export type Semantics = (typeof allSemantics)[number];
