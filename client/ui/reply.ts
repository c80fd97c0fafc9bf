/** What a question was answered with; `back` asks for the question before. */
export type Reply<T> = { readonly value: T } | 'back' | 'cancelled';
