/** The dossier of one train: on the screen, on paper, as a workbook. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { Link, useLocation } from 'wouter'
import { reaches, trainDossier } from '../../exchange/write/papers/trainDossier'
import { localMoment } from '../../i18n/format'
import { masterName } from '../../domain/masterData'
import { handOverHref } from '../../panels/handOverHref'
import { masterHref } from '../../panels/masterWords'
import { PaperView } from '../../panels/PaperView'
import { TrainPicker } from '../../panels/TrainPicker'
import { useEngine } from '../../panels/useEngine'
import { usePaperWords } from '../../panels/usePaperWords'
import { useSurvivor } from '../../panels/useSurvivor'
import { trainRecords } from '../../store/trainFiles'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'

export function TrainDossierScreen({ id }: { readonly id: string }) {
  const { t, language } = useText()
  const [, navigate] = useLocation()
  useSurvivor('trains', id, (survivor) => navigate(`/trains/${survivor}`, { replace: true }))
  const words = usePaperWords()
  const { answer: failureIds } = useEngine(`failures-of-train|${id}`, (engine) =>
    engine.idsOf({
      language,
      filters: [{ field: 'trainId', op: 'is', values: [id] }],
      search: '',
      sorting: [{ field: 'occurredAt', descending: true }],
    }),
  )
  const records = useLiveQuery(
    async () => (failureIds === null ? undefined : await trainRecords(id, failureIds)),
    [id, failureIds],
  )
  if (records === undefined || words === null)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 480 }} />
      </div>
    )
  const picker = (
    <TrainPicker
      label={t.dossierTrain}
      trainId={id}
      onChoose={(next) => {
        if (next !== undefined) navigate(`/trains/${next}`)
      }}
    />
  )
  if (records === null)
    return (
      <div className="page narrow">
        {picker}
        <Empty title={t.paperGone} why={t.failureGoneWhy}>
          <Link className="button primary" href="/failures">
            {t.failures}
          </Link>
        </Empty>
      </div>
    )
  return (
    <PaperView
      paper={trainDossier(
        { ...records, actions: records.actions.filter((action) => reaches(action, records.train)) },
        words,
        localMoment(),
      )}
      back={
        <span className="row">
          {picker}
          <Link className="button" href={masterHref('trains', id)}>
            {t.masterRecordOf('trains')}
          </Link>
          <Link className="button" href={handOverHref('train', id, masterName('trains', records.train))}>
            {t.handOverRecord}
          </Link>
        </span>
      }
    />
  )
}
