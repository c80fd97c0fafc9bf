/** Any text as JSON. */

export * from './foldKey'; // keys as VoIPbin compares them
export * from './jsonValue'; // JSON values
export * from './lineAround'; // the line of an offset
export * from './linesOf'; // lines and columns
export * from './listComments'; // comments
export * from './node'; // the tree of a text, and how it is read
export * from './notUtf8'; // bytes that are not UTF-8
export * from './own'; // own keys only
export * from './parse'; // any text as a tree, with its syntax mistakes
export * from './pathKey'; // a path as the key of a map
export * from './place'; // a part of a text
export * from './readStrictJson'; // the tree of a text that is strict JSON
export * from './repeatedMember'; // keys that an object has twice
export * from './unclosedLine'; // where a quote or bracket is missing
export * from './wrongQuotes'; // typographic quotes as JSON has them
