/** The language the person chose, and the sentences and number forms that go with it. */
import { LANGUAGE_TAG } from '../i18n/inLanguage'
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import {
  firstMessagesIfLoaded,
  loadFirstMessages,
  loadMessages,
  messagesIfLoaded,
  type Messages,
} from '../i18n/messages'
import type { Language } from '../i18n/translation'
import { keepChoice, keptChoice } from './keptChoice'

interface LanguageChoice {
  readonly language: Language
  readonly t: Messages
  readonly setLanguage: (language: Language) => void
}

const STORED_AS = 'fracas.language'
const Context = createContext<LanguageChoice | null>(null)

export const storedLanguage = (): Language | null => {
  const stored = keptChoice(STORED_AS)
  return stored === 'zh' || stored === 'en' ? stored : null
}

/** What the person chose, else what the browser speaks, else Chinese. */
export const firstLanguage = (): Language => storedLanguage() ?? (navigator.language.startsWith('en') ? 'en' : 'zh')

interface Pack {
  readonly ifLoaded: (language: Language) => Messages | null
  readonly load: (language: Language) => Promise<Messages>
}
const FIRST: Pack = { ifLoaded: firstMessagesIfLoaded, load: loadFirstMessages }
const WHOLE: Pack = { ifLoaded: messagesIfLoaded, load: loadMessages }

/** The sentences of any language; null while they are on their way. */
export const useMessages = (language: Language): Messages | null => usePack(language, WHOLE)

function usePack(language: Language, pack: Pack): Messages | null {
  const [messages, setMessages] = useState<{ readonly language: Language; readonly t: Messages } | null>(null)
  const ready = pack.ifLoaded(language)
  useEffect(() => {
    let isCurrent = true
    if (ready === null)
      void pack.load(language).then((t) => {
        if (isCurrent) setMessages({ language, t })
      })
    return () => {
      isCurrent = false
    }
  }, [language, pack, ready])
  return ready ?? (messages?.language === language ? messages.t : null)
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage)
  const t = usePack(language, FIRST)
  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAG[language]
    if (t !== null) document.title = t.appName
  }, [language, t])
  // The screen stays as it is until the other sentences are there.
  const choose = useCallback((chosen: Language) => {
    keepChoice(STORED_AS, chosen)
    void loadMessages(chosen).then(() => setLanguage(chosen))
  }, [])
  const choice = useMemo(() => (t === null ? null : { language, t, setLanguage: choose }), [language, t, choose])
  return choice === null ? null : <Context value={choice}>{children}</Context>
}

/** A part of the screen in another language than the rest, for example a report as it will be handed out. */
export function InLanguage({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const { setLanguage } = useText()
  const t = useMessages(language)
  const choice = useMemo(() => (t === null ? null : { language, t, setLanguage }), [language, t, setLanguage])
  return choice === null ? null : (
    <Context value={choice}>
      <div lang={LANGUAGE_TAG[language]} className="in-language">
        {children}
      </div>
    </Context>
  )
}

export function useText(): LanguageChoice {
  const choice = useContext(Context)
  if (choice === null) throw new Error('useText needs a LanguageProvider above it')
  return choice
}
