/** The Call view, as the manifest names it. */
export const callViewId = 'voipbin.call';

/** The kind of webview that the phone is, by which VS Code brings it back after a reload. */
export const phoneViewType = 'voipbin.phone';
