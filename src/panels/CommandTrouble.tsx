/** Why the last command did not end well, told where it was given; nothing while there is no trouble. */
import type { Trouble } from '../domain/commandTrouble'
import { useText } from '../ui/LanguageContext'

export function CommandTrouble({ trouble }: { readonly trouble: Trouble | null }) {
  const { t } = useText()
  if (trouble === null) return null
  return (
    <div className="note warn" role="alert">
      <p>{t.commandTrouble(trouble)}</p>
      {trouble.kind === 'failed' ? (
        <details>
          <summary>{t.commandDetails}</summary>
          <p className="small mono">{trouble.detail}</p>
        </details>
      ) : null}
    </div>
  )
}
