import { documentShapes } from '../catalog';
import { renderFieldTable } from './fieldTable';
import { renderQuirkTable } from './quirkTable';

/** docs/documents.md: every kind of document that holds actions, with its keys. */
export function deriveDocumentReference(): string {
  const blocks = [
    '<!-- Generated from flow/catalog with `npm run generate`. -->',
    '# Documents',
    'A file is one of these documents. Its keys decide which one.',
    ...documentShapes
      .filter((shape) => shape.name !== 'unknown')
      .flatMap(({ name, doc, fields }) => [
        `## ${name}`,
        doc,
        ...renderFieldTable(fields),
        ...renderQuirkTable(undefined, fields),
      ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
