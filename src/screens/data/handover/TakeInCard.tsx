/** A package of another device: looked into first, then taken in whole or left alone. */
import { useEffect, useState } from 'react'
import { useText } from '../../../ui/LanguageContext'
import { TakingIn } from './TakingIn'

interface LaunchParams {
  readonly files?: readonly { readonly getFile: () => Promise<File> }[]
}

/** The file the installed program was opened with; null while there is none. */
function useOpenedWith(): File | null {
  const [file, setFile] = useState<File | null>(null)
  useEffect(() => {
    const { launchQueue } = window as {
      readonly launchQueue?: { readonly setConsumer: (take: (params: LaunchParams) => void) => void }
    }
    launchQueue?.setConsumer(({ files = [] }) => {
      const [first] = files
      if (first !== undefined) void first.getFile().then(setFile)
    })
  }, [])
  return file
}

export function TakeInCard() {
  const { t } = useText()
  const given = useOpenedWith()
  return (
    <section className="card card-pad stack" aria-label={t.takeInTitle}>
      <h2>{t.takeInTitle}</h2>
      <p className="small muted">{t.takeInWhy}</p>
      <TakingIn what="package" given={given} />
    </section>
  )
}
