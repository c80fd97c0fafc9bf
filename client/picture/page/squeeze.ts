import { sizes, widthOf } from '../../../flow';

/** One for each weight: setting the font takes longer than measuring. */
const contexts = new Map<number, CanvasRenderingContext2D | null>();

/**
 * The width to which a line of a box must be squeezed to stay in it; undefined where it fits. Places are made without a browser. Here the font
 * is known.
 */
export function squeezed(text: string, width: number, weight: number): number | undefined {
  const room = width - sizes.textLeft - 6;
  return measured(text, weight) > room ? room : undefined;
}

/** The width of a text in the font of the page, in pixels; the estimated one where nothing can be measured. */
function measured(text: string, weight: number): number {
  let context = contexts.get(weight);
  if (context === undefined) {
    context = document.createElement('canvas').getContext('2d');
    if (context) context.font = `${weight} ${sizes.fontSize}px ${getComputedStyle(document.body).fontFamily}`;
    contexts.set(weight, context);
  }
  return context ? context.measureText(text).width : widthOf(text);
}
