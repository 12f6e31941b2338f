import { TaskProgress } from '../../../ui/TaskProgress'
import { useText } from '../../../ui/LanguageContext'
import type { Running } from './useThread'

export function ThreadProgress({ stage, fraction, cancel }: Running) {
  const { t } = useText()
  return <TaskProgress words={t.handOverStage(stage)} fraction={fraction} onCancel={cancel} />
}
