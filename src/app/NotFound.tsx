import { Link } from 'wouter'
import { Empty } from '../ui/Empty'
import { useText } from '../ui/LanguageContext'

export function NotFound() {
  const { t } = useText()
  return (
    <Empty title={t.pageNotFound} why={t.pageNotFoundWhy}>
      <Link className="button primary" href="/">
        {t.goHome}
      </Link>
    </Empty>
  )
}
