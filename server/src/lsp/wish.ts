import type { Connection, Disposable, ProtocolNotificationType } from 'vscode-languageserver';
import { messageOf } from '../fs/thrown.ts';

/** Asks the client to tell of something; undefined where it says that it can, and then refuses: Stet does without. */
export async function wish<Params, Options>(
  { connection }: { readonly connection: Connection },
  notification: ProtocolNotificationType<Params, Options>,
  options: Options,
): Promise<Disposable | undefined> {
  try {
    return await connection.client.register(notification, options);
  } catch (error) {
    connection.console.warn(`the editor does not tell of ${notification.method}: ${messageOf(error)}`);
    return undefined;
  }
}
