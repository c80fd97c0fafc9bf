import type { Media } from '../../catalog';

/** The kind of media that a reference has. Source: bin-flow-manager/models/activeflow/activeflow.go. */
const mediaOf: Readonly<Record<string, Media>> = {
  call: 'rtc',
  ai: 'non_rtc',
  api: 'non_rtc',
  conversation: 'non_rtc',
  recording: 'non_rtc',
  transcribe: 'non_rtc',
  campaign: 'non_rtc',
  webchat: 'non_rtc',
  '': 'none',
};

/** Whether an action of a media class runs on a reference; a kind of reference that VoIPbin does not know runs nothing. */
export function runsOn(media: Media, referenceType: string): boolean {
  if (!Object.hasOwn(mediaOf, referenceType)) return false;
  return media === 'none' || media === mediaOf[referenceType];
}

/** The kinds of reference that a run can have. */
export const referenceTypes: readonly string[] = Object.keys(mediaOf);
