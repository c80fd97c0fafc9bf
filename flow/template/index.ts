/** Catalog examples with places to fill in. */

export * from './fieldTemplate'; // templates of actions, options and addresses
export * from './template'; // templates, and their text
