import type { DebugProtocol } from '@vscode/debugprotocol';
import * as vscode from 'vscode';
import { createDebugAdapter, type DebugHost } from '../../flow';
import { readFile, resolveFile } from './debugFiles';
import { realTime } from './realTime';

/** The debugger within the extension, in either host. */
export function inlineAdapter(moved: NonNullable<DebugHost['moved']>, closed: () => void): vscode.DebugAdapter {
  const messages = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
  const adapter = createDebugAdapter({
    send: (message) => messages.fire(message),
    read: readFile,
    resolve: resolveFile,
    ...realTime,
    moved,
    hasPhone: true,
    closed,
  });
  return {
    onDidSendMessage: messages.event,
    handleMessage: (message) => adapter.receive(message as DebugProtocol.ProtocolMessage),
    dispose() {
      adapter.dispose();
      closed();
      messages.dispose();
    },
  };
}
