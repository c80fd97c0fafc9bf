/** The two comments that turn checks off. */
export const disableNextLine = 'voipbin-disable-next-line';
export const disableFile = 'voipbin-disable';

/** A comment without its slashes begins with the keyword. */
export const disableComment = /^(?:\/\/|\/\*)\s*(voipbin-disable(?:-next-line)?)(?![\w-])/;

/** Whether a comment turns checks off for the whole file. */
export const isForFile = (comment: string) => disableComment.exec(comment)?.[1] === disableFile;

/** Whether a comment turns checks off for the next line with something else than a comment. */
export const isForNextLine = (comment: string) => disableComment.exec(comment)?.[1] === disableNextLine;
