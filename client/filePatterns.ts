/** What is looked for in workspaces, and what is passed over. */
export const flowFiles = '**/*.flow.{json,jsonc}';
export const testFiles = '**/*.flow.test.{json,jsonc}';
export const flowAndTestFiles = '**/*.flow.{json,jsonc,test.json,test.jsonc}';
export const filesOfTools = '**/node_modules/**';
