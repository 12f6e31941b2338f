/** How many failures may be there twice, and the way to them. */
import { Link } from 'wouter'
import { formatCount } from '../../i18n/format'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'

export function DoublesPanel() {
  const { t, language } = useText()
  const { answer } = useEngine('doubled-failures', (engine) => engine.doubledFailures())
  return (
    <section className="card card-pad stack" aria-label={t.doublesTitle}>
      <h2>{t.doublesTitle}</h2>
      <p>
        {answer === null
          ? t.loading
          : answer.length === 0
            ? t.doublesCardNone
            : t.doublesCard(formatCount(answer.length, language))}
      </p>
      <p className="small muted">{t.doublesCardWhy}</p>
      <div>
        <Link className="button" href="/data/doubles">
          {t.doublesOpen}
        </Link>
      </div>
    </section>
  )
}
