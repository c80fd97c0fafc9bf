import type { FromPage, ToPage } from '../pictureProtocol';

/** Makes a PNG of an SVG when the extension asks: the extension itself has nothing that draws. */
export function makePngs(send: (message: FromPage) => void): (message: ToPage) => void {
  return (message) => {
    if (message.type !== 'rasterize') return;
    const { id } = message;
    rasterize(message).then(
      (png) => send({ type: 'rasterized', id, png }),
      () => send({ type: 'rasterized', id, png: '' }),
    );
  };
}

/** The PNG in base64. */
async function rasterize({ svg, width, height, scale }: Extract<ToPage, { type: 'rasterize' }>): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace('data:image/png;base64,', '');
}
