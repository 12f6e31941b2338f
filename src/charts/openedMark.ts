/** What a person gets by opening a bar, a point or a table row: its name and exactly the failures it stands for. */
export interface OpenedMark {
  readonly label: string
  readonly rows: Uint32Array
}

export type OnOpen = (mark: OpenedMark) => void
