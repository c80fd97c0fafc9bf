/** The colors of a picture outside of VS Code. */
export interface Theme {
  readonly background: string;
  readonly box: string;
  readonly border: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly error: string;
  readonly warning: string;
  readonly taken: string;
}

export const themes: Readonly<Record<'light' | 'dark', Theme>> = {
  light: {
    background: '#ffffff',
    box: '#f6f8fa',
    border: '#afb8c1',
    text: '#1f2328',
    quiet: '#59636e',
    line: '#6e7781',
    accent: '#0b6e78',
    error: '#cf222e',
    warning: '#9a6700',
    taken: '#1a7f37',
  },
  dark: {
    background: '#0d1117',
    box: '#161b22',
    border: '#444c56',
    text: '#e6edf3',
    quiet: '#9198a1',
    line: '#848d97',
    accent: '#4fc3cf',
    error: '#ff7b72',
    warning: '#e3b341',
    taken: '#3fb950',
  },
};

export type ThemeName = keyof typeof themes;
