import { styleText } from 'node:util';

export type Painter = (style: Parameters<typeof styleText>[0], text: string) => string;

/** Colors text, or leaves it. */
export function painter(colors: boolean): Painter {
  return (style, text) => (colors ? styleText(style, text, { validateStream: false }) : text);
}
