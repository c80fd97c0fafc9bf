/** What changed between two versions of a flow, as a picture. */

export * from './comparePictures'; // both versions in one picture, with what changed
export * from './inCommon'; // what two lists have in common
export * from './sameActions'; // the actions of an earlier version in the new one
