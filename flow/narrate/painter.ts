/** Colors a text, or leaves it. */
export type Painter = (style: 'bold' | 'gray' | 'red' | 'green' | 'yellow' | 'cyan', text: string) => string;
