/** The keys that xterm.js must not swallow: leaving, copying, pasting. */

export type KeyUse = 'terminal' | 'browser' | 'leave';

/** Decides what a key press is for. `afterEscape`: Escape was the key before. */
export function useOfKey(
  event: Pick<KeyboardEvent, 'type' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  hasSelection: boolean,
  afterEscape: boolean,
): KeyUse {
  if (event.key === 'F6') return 'leave';
  if (event.key === 'Tab' && afterEscape) return 'leave';
  if (event.key === 'Tab' && event.shiftKey) return 'browser';
  const control = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (control && event.key.toLowerCase() === 'v') return 'browser';
  if (control && event.key.toLowerCase() === 'c' && (hasSelection || event.shiftKey)) return 'browser';
  return 'terminal';
}
