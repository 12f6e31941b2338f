/** All drawings of the tab that is open, as PNG and SVG in one file. */
import { Images } from 'lucide-react'
import { useState } from 'react'
import { fileNameOf } from '../../charts/fileNameOf'
import { picturesOfPage } from '../../charts/picturesOfPage'
import { picturesZip } from '../../exchange/write/picturesZip'
import { formatCount } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import { saveFile } from '../../ui/saveFile'
import { useToast } from '../../ui/Toasts'

/** @param title what the file is called */
export function SaveCharts({ title }: { readonly title: string }) {
  const { t, language } = useText()
  const toast = useToast()
  const [isSaving, setIsSaving] = useState(false)
  const save = async (): Promise<void> => {
    setIsSaving(true)
    try {
      const panel = document.getElementById('node-tab-panel')
      const pictures = panel === null ? [] : await picturesOfPage(panel, t.chartPictureTooLarge)
      if (pictures.length === 0) toast(t.chartsNone)
      else {
        saveFile(picturesZip(pictures), fileNameOf(title, 'zip'), 'application/zip')
        toast(t.chartsSaved(formatCount(pictures.length, language)))
      }
    } catch (error) {
      toast(t.exportFailed(error instanceof Error ? error.message : String(error)))
    }
    setIsSaving(false)
  }
  return (
    <button
      type="button"
      className="button"
      disabled={isSaving}
      title={isSaving ? t.exporting : undefined}
      onClick={() => void save()}
    >
      <Images size={16} aria-hidden />
      {t.chartsSaveAll}
    </button>
  )
}
