import type { Attachment } from 'svelte/attachments';
import type { Look, PartKey } from '../workspace/look-types';

/** Lights up what belongs together with an element while that is hovered, or has the focus within it. */
export function lights(look: Look, key: PartKey): Attachment {
  const on = (): void => look.highlight(key);
  const off = (): void => look.highlight(null);
  return (element) => {
    element.addEventListener('pointerenter', on);
    element.addEventListener('focusin', on);
    element.addEventListener('pointerleave', off);
    element.addEventListener('focusout', off);
    return () => {
      element.removeEventListener('pointerenter', on);
      element.removeEventListener('focusin', on);
      element.removeEventListener('pointerleave', off);
      element.removeEventListener('focusout', off);
    };
  };
}
