/** The language the person chose, and the sentences and number forms that go with it. */
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { messagesOf, type Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'

interface LanguageChoice {
  readonly language: Language
  readonly t: Messages
  readonly setLanguage: (language: Language) => void
}

const STORED_AS = 'fracas.language'
const Context = createContext<LanguageChoice | null>(null)

export const storedLanguage = (): Language | null => {
  const stored = localStorage.getItem(STORED_AS)
  return stored === 'zh' || stored === 'en' ? stored : null
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => storedLanguage() ?? (navigator.language.startsWith('zh') ? 'zh' : navigator.language.startsWith('en') ? 'en' : 'zh'))
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = messagesOf(language).appName
  }, [language])
  const choose = useCallback((chosen: Language) => {
    localStorage.setItem(STORED_AS, chosen)
    setLanguage(chosen)
  }, [])
  const choice = useMemo(
    () => ({
      language,
      t: messagesOf(language),
      setLanguage: choose,
    }),
    [language, choose],
  )
  return <Context value={choice}>{children}</Context>
}

/** A part of the screen in another language than the rest, for example a report as it will be handed out. */
export function InLanguage({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const { setLanguage } = useText()
  const choice = useMemo(() => ({ language, t: messagesOf(language), setLanguage }), [language, setLanguage])
  return <Context value={choice}><div lang={language === 'zh' ? 'zh-CN' : 'en'} className="in-language">{children}</div></Context>
}

export function useText(): LanguageChoice {
  const choice = useContext(Context)
  if (choice === null) throw new Error('useText needs a LanguageProvider above it')
  return choice
}
