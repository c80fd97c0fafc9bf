type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes and children. Texts are added as text, never as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  setAttributes(node, attributes);
  node.append(...children);
  return node;
}

/** A button, and what pressing it does. */
export function button(attributes: Attributes, press: () => void, ...children: (Node | string)[]): HTMLButtonElement {
  const node = element('button', { type: 'button', ...attributes }, ...children);
  node.addEventListener('click', press);
  return node;
}

/** An SVG element. */
export function shape(tag: string, attributes: Attributes = {}, ...children: (Node | string)[]): SVGElement {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(node, attributes);
  node.append(...children);
  return node;
}

/** Sets what differs, so that nothing is announced twice; `undefined` and `false` remove an attribute. */
export function setAttributes(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) node.removeAttribute(name);
    else {
      const text = value === true ? '' : String(value);
      if (node.getAttribute(name) !== text) node.setAttribute(name, text);
    }
  }
}

/** Sets a text that differs. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Something drawn that can be drawn again without losing focus, scroll position and selection. */
export interface Drawn<T> {
  readonly root: HTMLElement;
  update(value: T): void;
}

/** Keeps one child for each item, in their order, and removes the children of other items. */
export function keepChildren<T>(parent: Element, keyOf: (item: T) => string, draw: (item: T) => Drawn<T>) {
  const drawn = new Map<string, Drawn<T>>();
  return (items: readonly T[]): void => {
    const keys = new Set(items.map(keyOf));
    for (const [key, { root }] of drawn) {
      if (keys.has(key)) continue;
      root.remove();
      drawn.delete(key);
    }
    for (const [position, item] of items.entries()) {
      const known = drawn.get(keyOf(item)) ?? draw(item);
      drawn.set(keyOf(item), known);
      known.update(item);
      if (parent.children[position] !== known.root) parent.insertBefore(known.root, parent.children[position] ?? null);
    }
  };
}
