/** A text as a flow. */

export * from './actionAtPath'; // the action at a path
export * from './actionName'; // names that stand for ids
export * from './disableComment'; // the comments that turn checks off
export * from './flowFileName'; // which files are flows by their names
export * from './flowModel'; // the model: scopes, actions, options, references
export * from './flowReferences'; // where a document names other flows
export * from './isJsonc'; // which files may have names and comments
export * from './listOptions'; // the options of some kinds
export * from './locate'; // what is at an offset
export * from './looksLikeFlow'; // whether the text of a JSON file is a flow
export * from './mayBeFlowText'; // whether a text can be one at all
export * from './perModel'; // computes once for each model
export * from './setsAnyName'; // actions that can set any variable
export * from './uuid'; // UUIDs as the engine reads them
export * from './variables'; // the variables of a document
export * from './variableUses'; // where variables are used
