/** Late in words and with a drawn mark, never by colour or by a letter that fonts may lack. */
import { AlarmClock } from 'lucide-react'
import { useText } from '../ui/LanguageContext'

export function LateBy({ words, className }: { readonly words: string; readonly className: string }) {
  const { t } = useText()
  return (
    <strong className={className}>
      <AlarmClock size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {t.workLateBy(words)}
    </strong>
  )
}
