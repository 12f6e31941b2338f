/** Asks the browser's own dialog where a file goes, so that it can be written piece by piece instead of being made in memory first. */
interface SavePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string
    readonly types: readonly {
      readonly description: string
      readonly accept: Readonly<Record<string, readonly string[]>>
    }[]
  }) => Promise<FileSystemFileHandle>
}

/** @returns the place; null where the browser has no such dialog and downloads instead; 'dismissed' when the person closed it */
export async function chooseSavePlace(
  suggestedName: string,
  description: string,
  accept: Readonly<Record<string, readonly string[]>>,
): Promise<FileSystemFileHandle | null | 'dismissed'> {
  const { showSaveFilePicker } = window as SavePicker
  if (showSaveFilePicker === undefined) return null
  try {
    return await showSaveFilePicker({ suggestedName, types: [{ description, accept }] })
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'dismissed' : null
  }
}
