/** How urgent an alert is, by shape and word before colour. */
import type { AlertWeight } from '../../domain/alerts/alertRule'
import { useText } from '../../ui/LanguageContext'

const SHAPE: Readonly<Record<AlertWeight, string>> = { urgent: '◆', important: '▲', notice: '○' }

export function WeightMark({ weight }: { readonly weight: AlertWeight }) {
  const { t } = useText()
  return (
    <span className={`tag alert-${weight}`}>
      <span aria-hidden>{SHAPE[weight]}</span>
      {t.alertWeight(weight)}
    </span>
  )
}
