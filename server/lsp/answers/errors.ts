import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { isRefusal, type RenameRefusal } from '../../text/renaming';

/** The answer to a request whose text is not the newest any more. */
export const outdated = (what: string) =>
  new ResponseError(LSPErrorCodes.ContentModified, `${what} was asked of a text that has changed since`);

/** Editors show the message of an error where the name is typed. */
export const orError = <T extends object>(answer: T | RenameRefusal | null): T | ResponseError | null =>
  answer && isRefusal(answer) ? new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal) : answer;
