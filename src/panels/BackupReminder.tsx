/** One calm line where changes have been in no backup file for a week. */
import { useLiveQuery } from './useLiveQuery'
import { Link } from 'wouter'
import { formatCount } from '../i18n/format'
import { backupState, isBackupDue } from '../store/backups'
import { useText } from '../ui/LanguageContext'

export function BackupReminder() {
  const { t, language } = useText()
  const entries = useLiveQuery(async () => {
    const state = await backupState()
    return isBackupDue(state, Date.now()) ? state.entries : 0
  })
  if (entries === undefined || entries === 0) return null
  return (
    <p className="note">
      {t.backupDue(formatCount(entries, language))} <Link href="/data/storage">{t.backupDueDo}</Link>
    </p>
  )
}
