import type { Metafile } from 'esbuild';

/** The files of which a bundle has code, in order. esbuild reads more: doors lead everywhere, and have no code. */
export const bundledFiles = ({ outputs }: Metafile): string[] => {
  const inputs = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return [...new Set(inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path))].sort();
};
