/** A file of the extension that runs beside it, in a thread of its own. */
export interface SideWorker {
  post(message: unknown): void;
  stop(): void;
}

/** What comes from it. After `failed` it is gone. */
export interface SideWorkerEvents {
  message(data: unknown): void;
  failed(error: Error): void;
}

/** Starts a file of `dist/`; what is posted before it runs waits for it. */
export type StartSideWorker = (file: string, events: SideWorkerEvents) => SideWorker;
