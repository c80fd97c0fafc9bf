/** The kind of webview that the phone is, by which VS Code brings it back after a reload. */
export const phoneViewType = 'voipbin.phone';
/** The kind of webview that a picture beside a text is. */
export const pictureViewType = 'voipbin.picture';
/** The kind of webview that a picture of changes is. */
export const changesViewType = 'voipbin.pictureOfChanges';
/** The editor that shows a flow as a picture. */
export const pictureEditorType = 'voipbin.pictureEditor';
