/** What changed between two versions of a flow, as a picture. */
export { type ComparedPicture, comparePictures } from './comparePictures';
export type { Change } from './compareWays';
