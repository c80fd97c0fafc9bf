import type { ComparedPicture } from '../../flow';

/** What changed, in a sentence. `than`: what a flow is compared with. */
export function changesText({ added, removed, changed, rerouted }: ComparedPicture['counts'], than: string): string {
  const parts = [
    added > 0 && `${added} added`,
    removed > 0 && `${removed} removed`,
    changed > 0 && `${changed} changed`,
    rerouted > 0 && `${rerouted} ${rerouted === 1 ? 'leads' : 'lead'} elsewhere`,
  ].filter(Boolean);
  if (parts.length === 0) return `No action differs from ${than}.`;
  return `Compared with ${than}: ${parts.join(', ')}.`;
}
