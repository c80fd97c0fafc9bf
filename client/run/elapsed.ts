/** Milliseconds as a clock shows them: `0:07`, `12:30`, `1:02:05`; what was before its zero as `-0:04`. */
export function elapsed(ms: number): string {
  if (ms <= -1000) return `-${elapsed(-ms)}`;
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
