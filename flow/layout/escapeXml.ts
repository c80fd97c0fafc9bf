import { withoutControls } from './withoutControls';

/** A text for XML, as content and in attributes. Characters that XML forbids are replaced by U+FFFD. */
export function escapeXml(text: string): string {
  return withoutControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
