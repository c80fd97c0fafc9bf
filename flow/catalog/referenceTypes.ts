/** The class of calls, messages and jobs that an action runs on. */
export type Media = 'rtc' | 'non_rtc' | 'none';

/** What can start the flow of a document: a phone call, the API without a phone, or a message. */
export const triggers = ['call', 'api', 'conversation'] as const;
export type Trigger = (typeof triggers)[number];

export const isTrigger = (referenceType: string): referenceType is Trigger =>
  triggers.some((trigger) => trigger === referenceType);

/** The class of media that each kind of reference has. Source: bin-flow-manager/models/activeflow/activeflow.go. */
const mediaOf: ReadonlyMap<string, Media> = new Map(
  Object.entries({
    call: 'rtc',
    api: 'non_rtc',
    conversation: 'non_rtc',
    transcribe: 'non_rtc',
    ai: 'non_rtc',
    campaign: 'non_rtc',
    webchat: 'non_rtc',
    recording: 'non_rtc',
    '': 'none',
  } satisfies Record<Trigger | '', Media> & Record<string, Media>),
);

/** The kinds of reference that a run can have. */
export const referenceTypes: readonly string[] = [...mediaOf.keys()];

/**
 * Whether an action of a class of media runs on a reference; a kind of reference that VoIPbin does not know runs nothing. VoIPbin skips
 * what does not run silently.
 *
 * Source: bin-flow-manager/pkg/activeflowhandler/execute.go:340-375; bin-flow-manager/models/action/action.go:328-380 MapRequiredMedias.
 */
export function runsOn(media: Media, referenceType: string): boolean {
  const available = mediaOf.get(referenceType);
  return available !== undefined && (media === 'none' || media === available);
}
