/** A failure by what tells it from every other: number, train, day, part and text. Two reports that agree in these are one occurrence. */
export interface FailureIdentity {
  readonly id: string
  readonly no: string
  readonly trainId: string
  readonly occurredAt: string
  /** Id of its node; where none is assigned, the part as written, folded for comparison. */
  readonly part: string
  /** The part as written, beside the node it was found to be. */
  readonly partWords?: string
  readonly description: string
  /** Serial number of the part that failed, as reported. */
  readonly serial: string
}
