/** The languages there are, each in its own words and marked as such, so that a reader of one finds it in another. */
import { LANGUAGE_NAME, LANGUAGE_TAG } from '../i18n/inLanguage'
import { LANGUAGES } from '../i18n/translation'
import { useText } from './LanguageContext'

export function LanguageChoice({ label }: { readonly label: string }) {
  const { language, setLanguage } = useText()
  return (
    <div className="row" role="group" aria-label={label}>
      {LANGUAGES.map((choice) => (
        <button
          key={choice}
          type="button"
          className="button"
          aria-pressed={choice === language}
          onClick={() => setLanguage(choice)}
          lang={LANGUAGE_TAG[choice]}
        >
          {LANGUAGE_NAME[choice]}
        </button>
      ))}
    </div>
  )
}
