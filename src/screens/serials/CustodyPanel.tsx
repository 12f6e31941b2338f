/** What became of a part after each time it came off. */
import { CustodySteps } from '../../panels/CustodySteps'
import type { Removal } from '../../store/replacements'
import { useText } from '../../ui/LanguageContext'

export function CustodyPanel({ removals }: { readonly removals: readonly Removal[] }) {
  const { t } = useText()
  if (removals.length === 0) return null
  return (
    <section className="card card-pad stack" aria-label={t.custodyTitle}>
      <h2>{t.custodyTitle}</h2>
      {removals.map((removal) => (
        <CustodySteps key={removal.line.id} removal={removal} />
      ))}
    </section>
  )
}
