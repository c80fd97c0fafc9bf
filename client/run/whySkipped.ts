import { findAction, type Media, referenceTypes, runsOn } from '../../flow';

/**
 * What an action of the wrong class of media is passed over for; undefined where it runs.
 *
 * A kind of reference that only a newer VoIPbin knows counts as one without a phone.
 */
export function whySkipped(type: string, referenceType = ''): string | undefined {
  const media = findAction(type)?.media ?? 'none';
  return runsOn(media, referenceTypes.includes(referenceType) ? referenceType : 'api') ? undefined : skipText(media);
}

/** What an action of a class of media lacks where it does not run: a few words. */
export const skipText = (media: Media | undefined): string =>
  media === 'rtc' ? 'needs a phone call' : 'does not run on a phone call';
