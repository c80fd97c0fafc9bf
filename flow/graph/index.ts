/** What can run next. */

export * from './digits'; // which keys a branch can find
export * from './edge'; // one way from an action to the next
export * from './flowGraph'; // the graph of a flow
export * from './readAt'; // which flow sees a variable that is set
export * from './rounds'; // loops
export * from './setBefore'; // which variables are set before an action
export * from './step'; // the next actions, and which variable a branch tests
export * from './target'; // the action that a reference leads to
export * from './unusedNext'; // a `next_id` that is never followed
