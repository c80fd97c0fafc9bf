export interface PageAddresses {
  /** What screen readers call the page. */
  readonly title: 'Phone' | 'Picture';
  /** What a webview's own files come from, as a content policy names it. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** A new random one for each page. */
  readonly nonce: string;
}

/**
 * The frame that a page's script fills. It loads nothing but the extension's own files, and runs nothing but that script. A picture also takes the
 * images that its script makes.
 */
export function pageHtml({ title, cspSource, script, style, nonce }: PageAddresses): string {
  const images = title === 'Picture' ? '; img-src data:' : '';
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'${images}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
