/** Light, dark, or as the system: chosen once, remembered on the device. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { keepChoice, keptChoice } from './keptChoice'

export type ThemeChoice = 'system' | 'light' | 'dark'

const STORED_AS = 'fracas.theme'
const Context = createContext<{
  readonly choice: ThemeChoice
  readonly isDark: boolean
  readonly choose: (choice: ThemeChoice) => void
} | null>(null)

const systemIsDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState<ThemeChoice>(() => {
    const stored = keptChoice(STORED_AS)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  })
  const [system, setSystem] = useState(systemIsDark)
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const follow = (): void => setSystem(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  const isDark = choice === 'dark' || (choice === 'system' && system)
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
  }, [isDark])
  const value = useMemo(
    () => ({
      choice,
      isDark,
      choose: (next: ThemeChoice) => {
        keepChoice(STORED_AS, next)
        setChoice(next)
      },
    }),
    [choice, isDark],
  )
  return <Context value={value}>{children}</Context>
}

export function useTheme() {
  const theme = useContext(Context)
  if (theme === null) throw new Error('useTheme needs a ThemeProvider above it')
  return theme
}
