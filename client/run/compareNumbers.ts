/** The order in which the phone and all questions list numbers. */
export const compareNumbers = (a: { readonly number: string }, b: { readonly number: string }): number =>
  a.number < b.number ? -1 : 1;
