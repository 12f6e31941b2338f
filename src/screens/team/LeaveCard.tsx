/** Signing out: what was not sent is named first, and the person chooses what becomes of the data here. */
import { useState } from 'react'
import { formatCount } from '../../i18n/format'
import { keepTeamAccount } from '../../panels/teamAccount'
import { pageServer } from '../../panels/pageServer'
import { database } from '../../store/database'
import { rescueDatabase } from '../../store/rescueDatabase'
import { leaveTeam } from '../../sync/joinTeam'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import { endSync } from '../../workers/syncClient'

export function LeaveCard({ waiting }: { readonly waiting: number }) {
  const { t, language } = useText()
  const [isAsking, setAsking] = useState(false)
  const leave = async (isDeleting: boolean): Promise<void> => {
    endSync()
    // Whoever is offline signs out here all the same; the session ends by itself.
    await pageServer.signOut().catch(() => undefined)
    await leaveTeam()
    keepTeamAccount(null)
    if (!isDeleting) return
    await rescueDatabase.delete()
    await database.delete()
    localStorage.clear()
    location.assign('/')
  }
  return (
    <div>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t.teamLeave}
      </button>
      {isAsking ? (
        <Dialog
          title={t.teamLeave}
          onClose={() => setAsking(false)}
          footer={
            <>
              <button type="button" className="button" onClick={() => setAsking(false)}>
                {t.teamCancel}
              </button>
              <button type="button" className="button danger" onClick={() => void leave(true)}>
                {t.teamLeaveDelete}
              </button>
              <button type="button" className="button primary" onClick={() => void leave(false)}>
                {t.teamLeaveKeep}
              </button>
            </>
          }
        >
          {waiting === 0 ? null : <p className="note warn">{t.teamLeaveUnsent(formatCount(waiting, language))}</p>}
          <p>{t.teamLeaveAsk}</p>
        </Dialog>
      ) : null}
    </div>
  )
}
