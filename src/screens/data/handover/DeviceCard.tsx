/** Which device this is, and giving it a new id where its store was copied. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { useState } from 'react'
import { deviceCode } from '../../../domain/deviceId'
import { formatCount } from '../../../i18n/format'
import { CommandButton } from '../../../panels/CommandButton'
import { usePerson } from '../../../panels/usePerson'
import { handOverState } from '../../../store/handOver'
import { Dialog } from '../../../ui/Dialog'
import { useText } from '../../../ui/LanguageContext'
import { useToast } from '../../../ui/Toasts'
import { becomeNewDevice } from '../../../workers/packageClient'
import { packageTroubleInWords } from './packageTrouble'
import { useThread } from './useThread'

export function DeviceCard() {
  const { t, language } = useText()
  const person = usePerson()
  const toast = useToast()
  const state = useLiveQuery(() => handOverState())
  const [asking, setAsking] = useState(false)
  const { running, run } = useThread(
    () => undefined,
    (why) => toast(t.newDeviceFailed(why), undefined, 'trouble'),
  )
  const become = async (): Promise<void> => {
    const made = await run((onStage) => becomeNewDevice(null, person, onStage))
    if (made === null) return
    setAsking(false)
    toast(
      made.ok
        ? t.newDeviceDone(made.code, formatCount(made.renamed, language))
        : t.newDeviceFailed(packageTroubleInWords(made.trouble, t, language)),
    )
  }
  if (state?.device == null) return null
  return (
    <section className="card card-pad stack" aria-label={t.deviceTitle}>
      <h2>
        {t.deviceTitle} <span className="mono">{deviceCode(state.device)}</span>
      </h2>
      <p className="small muted">{t.deviceWhy}</p>
      <p className="small muted">{t.deviceCopied}</p>
      <div>
        <CommandButton command="take-in" onPress={() => setAsking(true)}>
          {t.deviceNew}
        </CommandButton>
      </div>
      {asking ? (
        <Dialog
          title={t.newDeviceTitle}
          onClose={() => setAsking(false)}
          footer={
            <button
              type="button"
              className="button primary"
              disabled={running !== null}
              title={running === null ? undefined : t.loading}
              onClick={() => void become()}
            >
              {t.newDeviceButton}
            </button>
          }
        >
          <p>{t.deviceNewAsk}</p>
          <p className="small muted">{t.deviceCopied}</p>
        </Dialog>
      ) : null}
    </section>
  )
}
