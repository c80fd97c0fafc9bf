/** The settings of an editor. */

export * from './clientSettings'; // settings that only the extension reads
export * from './settings'; // settings of checks and of the server
