/** Beside a limit or a working time that runs through years whose holidays nobody has entered: it is provisional, and why. */
import { useText } from '../ui/LanguageContext'

export function ProvisionalMark({ years }: { readonly years: readonly number[] }) {
  const { t } = useText()
  if (years.length === 0) return null
  const why = t.workYearUnknown(years.join(t.listComma))
  return (
    <>
      {' '}
      <span className="tag" title={why}>
        {t.workProvisional}
        <span className="visually-hidden">{why}</span>
      </span>
    </>
  )
}
