/** The binding being made, with the steps back. */
import { useState } from 'react'
import type { TemplateBinding } from '../../exchange/write/templates/templateBinding'

const MOST_STEPS = 200

export function useBinding(first: TemplateBinding): {
  readonly binding: TemplateBinding
  readonly change: (next: TemplateBinding) => void
  readonly back: (() => void) | null
} {
  const [steps, setSteps] = useState<readonly TemplateBinding[]>([first])
  return {
    binding: steps.at(-1) ?? first,
    change: (next) => setSteps((known) => [...known.slice(-MOST_STEPS), next]),
    back: steps.length < 2 ? null : () => setSteps((known) => known.slice(0, -1)),
  }
}
