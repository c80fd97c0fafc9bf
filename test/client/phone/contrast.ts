import type { Page } from 'playwright-core';

/** The visible texts of a page whose contrast to what is behind them is lower, as in WCAG 2: `text: 3.1`. */
export function contrastsBelow(page: Page, wanted: number): Promise<string[]> {
  return page.evaluate((least) => {
    type Color = readonly [red: number, green: number, blue: number, alpha: number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const read = (text: string): Color => {
      if (!canvas) return [0, 0, 0, 1];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = ([r, g, b, a]: Color, [red, green, blue]: Color): Color => [
      r * a + red * (1 - a),
      g * a + green * (1 - a),
      b * a + blue * (1 - a),
      1,
    ];
    const luminance = (color: Color) => {
      const [red = 0, green = 0, blue = 0] = color.slice(0, 3).map((part) => {
        const share = part / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (node: Element): Color => {
      const own = read(getComputedStyle(node).backgroundColor);
      return own[3] === 1 || !node.parentElement
        ? over(own, [255, 255, 255, 1])
        : over(own, behind(node.parentElement));
    };
    const opacity = (node: Element): number =>
      Number(getComputedStyle(node).opacity) * (node.parentElement ? opacity(node.parentElement) : 1);

    return [...document.querySelectorAll('main *')].flatMap((node) => {
      const text = [...node.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map(({ data }: Node & { data?: string }) => data);
      const words = text.join('').trim();
      if (words === '' || !node.checkVisibility() || node.closest('.unseen')) return [];
      const ground = behind(node);
      const [red, green, blue, alpha] = read(getComputedStyle(node).color);
      const ink = over([red, green, blue, alpha * opacity(node)], ground);
      const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
      const ratio = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
      return ratio < least ? [`${words}: ${ratio.toFixed(2)}`] : [];
    });
  }, wanted);
}
