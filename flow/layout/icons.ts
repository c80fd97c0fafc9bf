import type { Category } from '../catalog/action';
import type { PictureNode } from './picture';

/** Icons of the categories of actions: strokes in 16 by 16 pixels. */
const icons: Readonly<Record<Category, string>> = {
  'call-control':
    'M3.2 2.5h2.2l1.2 3-1.5 1.2a7.6 7.6 0 0 0 4.2 4.2l1.2-1.5 3 1.2v2.2c0 .5-.4.9-.9.9C7 13.5 2.5 9 2.3 3.4c0-.5.4-.9.9-.9Z',
  media: 'M2.5 6v4h2.6L9 13V3L5.1 6ZM11.2 5.6a3.4 3.4 0 0 1 0 4.8M13 3.8a6 6 0 0 1 0 8.4',
  'flow-control': 'M8 2.2 13.8 8 8 13.8 2.2 8Z',
  ai: 'M8 2l1.5 4.5L14 8l-4.5 1.5L8 14l-1.5-4.5L2 8l4.5-1.5Z',
  queue: 'M2.5 4h11M2.5 8h11M2.5 12h6',
  conference:
    'M5.5 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM2 13c0-2.2 1.4-3.5 3.5-3.5S9 10.8 9 13M10.5 7.5a2 2 0 1 0 0-4M11 9.6c1.8.1 3 1.4 3 3.4',
  messaging: 'M2.5 3.5h11v8h-6l-3 2.5v-2.5h-2Z',
  transcription: 'M3.5 2.5h6l3 3v8h-9ZM5.5 7h5M5.5 9.5h5M5.5 12h3',
  variables:
    'M5.5 2.5c-2 0-1.5 2-1.5 3.5S3 8 2.5 8c.5 0 1.5.5 1.5 2s-.5 3.5 1.5 3.5M10.5 2.5c2 0 1.5 2 1.5 3.5S13 8 13.5 8c-.5 0-1.5.5-1.5 2s.5 3.5-1.5 3.5',
  integration: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2 8h12M8 2c2.2 2 2.2 10 0 12M8 2c-2.2 2-2.2 10 0 12',
  crm: 'M2.5 4h11v8.5h-11ZM5 7h2.5M5 9.5h6M10 7h1',
};

/** The icon of action types that the catalog does not know. */
const unknownIcon = 'M6 6a2 2 0 1 1 2.8 1.8C8.2 8.2 8 8.7 8 9.5M8 12v.3';

/** A box of several actions. */
const runIcon = 'M4 4h8M4 8h8M4 12h8';

export function iconOf({ category, run }: Pick<PictureNode, 'category' | 'run'>): string {
  if (category) return icons[category];
  return run.length > 0 ? runIcon : unknownIcon;
}
