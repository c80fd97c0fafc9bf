/** What is generated, of which programs need one part. */

export * from './wholeFlows'; // templates of whole flows
