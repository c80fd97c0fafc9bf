/**
 * What a flow looks like: nodes, edges, lanes and ends, and the picture as text. Only `layOut.ts` loads the library for places; a program that leaves
 * them to a worker does not.
 */

export * from './around'; // the surroundings of a node
export * from './collapseRuns'; // a straight run as one node
export * from './foldCalls'; // a picture without the lists of placed calls
export * from './icons'; // the icons of categories
export * from './layOut'; // a picture with places
export * from './measure'; // sizes in pixels
export * from './overMermaid'; // what Mermaid refuses to draw
export * from './picture'; // nodes, edges, lanes and badges
export * from './pictureOf'; // the picture of a flow
export * from './placeLanes'; // where lanes are
export * from './rightToLeft'; // the direction of a text
export * from './takenBy'; // what a call took of a picture
export * from './writeDot'; // a picture as DOT
export * from './writeMermaid'; // a picture as Mermaid
export * from './writeSvg'; // a picture as SVG
