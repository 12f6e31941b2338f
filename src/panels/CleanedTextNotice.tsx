/** Says once, whichever form saved, which fields lost characters that no stored text may hold. */
import { useEffect } from 'react'
import { onCleaned } from '../store/cleanedTexts'
import { useText } from '../ui/LanguageContext'
import { useToast } from '../ui/Toasts'

export function CleanedTextNotice() {
  const { t, language } = useText()
  const toast = useToast()
  useEffect(
    () =>
      onCleaned((fields) => {
        // The descriptions of all records are not part of the first load.
        void Promise.all([import('../domain/allFields'), import('../store/followedCompanyFields')]).then(
          ([{ fieldsOf }, { presentCompanyFields }]) => {
            const company = presentCompanyFields()
            const labels = fields.map(({ table, field }) => fieldsOf(table, company)[field]?.[language] ?? field)
            toast(t.textsCleaned([...new Set(labels)].join(t.listComma)))
          },
        )
      }),
    [language, t, toast],
  )
  return null
}
