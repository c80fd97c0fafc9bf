/** Findings and their fixes. */

export * from './check'; // checks, problems, findings and fixes
export * from './checkFlow'; // all findings of a flow
export * from './checks'; // every check
export * from './document/explainSyntax'; // a syntax mistake in words
export * from './suppress/silence'; // the comments that turn off a finding
export * from './suppress/suppression'; // one such comment
export * from './suppress/suppressions'; // all of them
export * from './variable/nameUses'; // the uses of variables by names that can be judged
