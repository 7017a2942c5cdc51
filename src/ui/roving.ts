import type { Attachment } from 'svelte/attachments';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

const INNER = 'button[data-roving-inner], [data-roving-inner] button';

/**
 * One stop of the Tab key for a whole list: the arrow keys, Home and End move the focus among the elements marked
 * `data-roving`. What is marked `data-roving-inner` (buttons within them) is a stop only in the current one.
 * Enter presses the current one's `data-roving-enter`.
 */
export const roving: Attachment<HTMLElement> = (list) => {
  let current: HTMLElement | undefined;

  const items = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-roving]')];

  function choose(item: HTMLElement | undefined): void {
    if (current !== item && current !== undefined) setStops(current, false);
    current = item;
    if (item !== undefined) setStops(item, true);
  }

  /** Whatever comes and goes, one item stays a stop. */
  function keepOne(): void {
    const all = items();
    for (const item of all) if (item !== current) setStops(item, false);
    choose(current !== undefined && list.contains(current) ? current : all[0]);
  }

  function onfocusin({ target }: FocusEvent): void {
    const item = itemOf(target);
    if (item !== null) choose(item);
  }

  function onkeydown(event: KeyboardEvent): void {
    const item = itemOf(event.target);
    if (item === null || event.target !== item || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = items();
    const next = nextIndex(event.key, all.indexOf(item), all.length);
    if (next !== null) {
      all[next]?.focus();
      event.preventDefault();
    } else if (event.key === 'Enter' && !(item instanceof HTMLButtonElement)) {
      item.querySelector<HTMLElement>('[data-roving-enter]')?.click();
    }
  }

  const observer = new MutationObserver(keepOne);
  observer.observe(list, { childList: true, subtree: true });
  list.addEventListener('focusin', onfocusin);
  list.addEventListener('keydown', onkeydown);
  keepOne();
  return () => {
    observer.disconnect();
    list.removeEventListener('focusin', onfocusin);
    list.removeEventListener('keydown', onkeydown);
  };
};

function itemOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-roving]') : null;
}

function setStops(item: HTMLElement, on: boolean): void {
  const tabIndex = on ? 0 : -1;
  item.tabIndex = tabIndex;
  for (const inner of item.querySelectorAll<HTMLElement>(INNER)) inner.tabIndex = tabIndex;
}

/** Where a key leads in a list; null for keys that lead nowhere. */
export function nextIndex(key: string, index: number, length: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const step = STEPS[key];
  if (step === undefined) return null;
  return Math.min(Math.max(index + step, 0), length - 1);
}
