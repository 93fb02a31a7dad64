import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { commands, ExtensionContext, window, workspace } from 'vscode';
import { LanguageClient, LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('luagen.restart', () => restart(context)),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('luagen.enable') || change.affectsConfiguration('luagen.path')) {
        void restart(context);
      }
    }),
  );
  await start(context);
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(context: ExtensionContext): Promise<void> {
  await stop();
  await start(context);
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose();
}

async function start(context: ExtensionContext): Promise<void> {
  const settings = workspace.getConfiguration('luagen');
  if (!settings.get<boolean>('enable', true)) {
    return;
  }

  const server: ServerOptions = {
    command: program(context, settings.get<string>('path', '')),
    args: ['lsp'],
    options: { cwd: workspace.workspaceFolders?.[0]?.uri.fsPath },
  };
  const options: LanguageClientOptions = {
    documentSelector: [{ scheme: 'file', language: 'lua' }, { scheme: 'untitled', language: 'lua' }],
  };

  client = new LanguageClient('luagen', 'LuaGen', server, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    void window.showErrorMessage(`LuaGen: '${server.command}' does not start: ${error}. Set 'luagen.path'.`);
  }
}

/** The program of the settings, else the one beside this file, else the one on the PATH. */
function program(context: ExtensionContext, setting: string): string {
  if (setting !== '') {
    return setting;
  }

  const bundled = context.asAbsolutePath(path.join('bin', process.platform === 'win32' ? 'luagen.exe' : 'luagen'));
  return existsSync(bundled) ? bundled : 'luagen';
}
