/** Deletes what was entered by mistake. */
import type { MasterTable } from '../../domain/masterData'
import { masterHref } from '../../panels/masterWords'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { useSayDone } from '../../panels/useCommand'
import { usePerson } from '../../panels/usePerson'
import { deleteMaster } from '../../store/masterRecords'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly table: MasterTable
  readonly id: string
  readonly name: string
  readonly onDone: () => void
  readonly onClose: () => void
}

export function DeleteDialog({ table, id, name, onDone, onClose }: Props) {
  const { t } = useText()
  const person = usePerson()
  const sayDone = useSayDone()
  return (
    <ReasonDialog
      title={t.masterDeleteTitle(name)}
      question={t.masterDeleteWhy}
      form={`master-delete:${table}:${id}`}
      label={{ about: name, href: masterHref(table, id) }}
      submit={t.masterDelete}
      isDangerous
      run={(why) => deleteMaster(table, id, person, why)}
      onDone={(change) => {
        sayDone(t.masterDeleted, change)
        onDone()
      }}
      onClose={onClose}
    >
      <p className="small muted">{t.masterDeleteHint}</p>
    </ReasonDialog>
  )
}
