/** Every feature at a glance: a function for each request of an editor, on the model of a document. */
export { codeActions } from './codeActions';
export { completion } from './completion';
export { definition } from './definition';
export { diagnostics } from './diagnostics';
export { documentHighlight } from './documentHighlight';
export { documentSymbols } from './documentSymbols';
export { foldingRanges } from './foldingRanges';
export { formatting } from './formatting';
export { hover } from './hover';
export { references } from './references';
export { resolveCodeAction } from './resolveCodeAction';
export { selectionRanges } from './selectionRanges';
