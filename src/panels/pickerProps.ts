/** What a field that finds one record of the fleet takes, whatever it finds. */
export interface PickerProps {
  readonly id?: string
  readonly onChoose: (id: string | undefined) => void
  /** What stands in the field without being chosen, and every change of it. */
  readonly words?: string | undefined
  readonly onWords?: (typed: string) => void
  /** Words that match nothing may be stored as they were written. */
  readonly canKeep?: boolean
  readonly label?: string
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
}
