import type { ImportStage } from '../../workers/importAnswers'
import { useText } from '../../ui/LanguageContext'
import { TaskProgress } from '../../ui/TaskProgress'

/** Which stage, how far, and a way to stop. */
export function ImportProgress({
  stage,
  fraction,
  file,
  onCancel,
}: {
  readonly stage: ImportStage
  readonly fraction: number
  readonly file: string
  readonly onCancel: () => void
}) {
  const { t } = useText()
  const words = {
    opening: t.stageOpening,
    reading: t.stageReading,
    planning: t.stagePlanning,
    storing: t.stageStoring,
  }[stage]
  return (
    <section className="card card-pad">
      <TaskProgress words={words} title={t.importStage(words, file)} fraction={fraction} onCancel={onCancel} />
    </section>
  )
}
