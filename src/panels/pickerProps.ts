/** What a field that finds one record of the fleet takes, whatever it finds. */
export interface PickerProps {
  readonly id?: string
  /** What was typed and kept where nothing matched. */
  readonly freeText?: string | undefined
  readonly onChoose: (id: string | undefined) => void
  readonly onFreeText?: (typed: string) => void
  readonly label?: string
  readonly invalid?: boolean
  readonly describedBy?: string
}
