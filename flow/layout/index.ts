/**
 * What a flow looks like: nodes, edges, lanes and ends, and the picture as text. The places are in `layOut.ts`, apart from the rest: a program that
 * leaves them to a worker does not load the library.
 */
export { around } from './around';
export { collapseRuns } from './collapseRuns';
export { foldCalls } from './foldCalls';
export { iconOf } from './icons';
export { keysByAction } from './keysByAction';
export { sizes } from './measure';
export { overMermaid } from './overMermaid';
export type {
  Badge,
  Lane,
  Picture,
  PictureEdge,
  PictureNode,
  PlacedEdge,
  PlacedLane,
  PlacedNode,
  PlacedPicture,
} from './picture';
export { type PictureFinding, type PictureOptions, pictureOf } from './pictureOf';
export { isRightToLeft } from './rightToLeft';
export { type TakenEnd, type TakenStep, takenBy } from './takenBy';
export { type ThemeName, themes } from './themes';
export { writeDot } from './writeDot';
export { writeMermaid } from './writeMermaid';
export { type SvgOptions, writeSvg } from './writeSvg';
