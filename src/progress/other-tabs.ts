/** Tells other tabs of this page that a workspace was saved, so that they learn it before they save over it. */

interface Message {
  workspace: string;
}

export interface OtherTabs {
  announce(workspace: string): void;
  close(): void;
}

/** `onSaved` is called with the workspace that another tab has saved. */
export function watchOtherTabs(onSaved: (workspace: string) => void): OtherTabs {
  const channel = new BroadcastChannel('stillroom-saved');
  channel.onmessage = (event: MessageEvent<Message>) => onSaved(event.data.workspace);
  return {
    announce: (workspace) => channel.postMessage({ workspace } satisfies Message),
    close: () => channel.close(),
  };
}
