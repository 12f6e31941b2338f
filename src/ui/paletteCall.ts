/** Asks the frame to open its search over everything, from wherever a button for it stands. */
const ASKED = 'fracas-palette'

export const callPalette = (): void => void window.dispatchEvent(new Event(ASKED))

/** @returns how to stop listening */
export function onPaletteCalled(listener: () => void): () => void {
  window.addEventListener(ASKED, listener)
  return () => window.removeEventListener(ASKED, listener)
}
