/** The kind of webview that the phone is, by which VS Code brings it back after a reload. */
export const phoneViewType = 'voipbin.phone';
