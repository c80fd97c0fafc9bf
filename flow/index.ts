/**
 * What other rooms use of `flow`, room by room: each of these lists its files, with a line for each. Nothing here needs a disk, a network or a clock.
 *
 * ```ts
 * const model = readFlow('[{ "type": "answer" }]');
 * for (const { offset, code, message } of checkFlow(model)) console.log(offset, code, message);
 * const { events, result } = simulate({ actions: [{ type: 'answer' }], referenceType: 'call' }, scriptedWorld({}));
 * ```
 *
 * `export *` all the way down: from a door that lists names esbuild takes everything behind it into a bundle that uses one of them.
 */

export * from './catalog'; // every fact: findAction, findAddressType, findVariable
export * from './changes'; // what changed between two versions
export * from './checks'; // findings and fixes: checkFlow
export * from './clock'; // time, passed in
export * from './collections'; // maps and lists
export * from './debug'; // a debug session
export * from './derive'; // templates of whole flows
export * from './edit'; // changes of a text
export * from './explore'; // every way that a call can take: explore
export * from './graph'; // what can run next
export * from './json'; // any text as JSON
export * from './layout'; // the picture of a flow
export * from './model'; // a text as a flow: readFlow
export * from './narrate'; // a run as lines of text
export * from './plain'; // a document as VoIPbin expects it
export * from './refactor'; // changes that keep the meaning
export * from './settings'; // the settings of an editor
export * from './simulator'; // a flow as the engine runs it: simulate, runFlow
export * from './template'; // examples with places to fill in
export * from './tests'; // test files
export * from './text'; // facts as words
export * from './ways'; // ways as people read them
