/** Instead of the program when another page has put it into a frame: only a header could forbid that, and not every server sends it. */
import { useText } from '../ui/LanguageContext'

export const isFramed = (): boolean => window.top !== window.self

export function FramedNotice() {
  const { t } = useText()
  return (
    <main className="stack card-pad">
      <p>{t.framed}</p>
      <p>
        <a className="button" href={location.href} target="_blank" rel="noreferrer">
          {t.framedOpen}
        </a>
      </p>
    </main>
  )
}
