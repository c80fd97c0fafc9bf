import { findAction } from '../../flow/catalog';

/**
 * What an action of the wrong class of media is passed over for; undefined where it runs.
 *
 * Source: bin-flow-manager/models/action/action.go, MapRequiredMedias; bin-flow-manager/models/activeflow/activeflow.go.
 */
export function whySkipped(type: string, referenceType: string | undefined): string | undefined {
  const media = findAction(type)?.media;
  if (media === 'rtc' && referenceType !== 'call') return 'needs a phone call';
  if (media === 'non_rtc' && (referenceType === 'call' || !referenceType)) return 'does not run on a phone call';
  return undefined;
}
