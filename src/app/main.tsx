/** The start: providers, the frame, and the background engine. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/tokens.css'
import '../ui/base.css'
import { loadFirstMessages } from '../i18n/messages'
import { firstLanguage, LanguageProvider } from '../ui/LanguageContext'
import { ThemeProvider } from '../ui/Theme'
import { ToastProvider } from '../ui/Toasts'
import { App } from './App'
import { ErrorBoundary } from './ErrorBoundary'
import { LastNet } from '../panels/LastNet'
import { FramedNotice, isFramed } from './FramedNotice'
import { StorageGate } from './StorageGate'
import { surviveTranslation } from './survivesTranslation'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no place for the program')

surviveTranslation()

// The first screen is drawn once, with its sentences.
await loadFirstMessages(firstLanguage())

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <ThemeProvider>
        {isFramed() ? (
          <FramedNotice />
        ) : (
          <StorageGate>
            <ErrorBoundary>
              <ToastProvider>
                <LastNet />
                <App />
              </ToastProvider>
            </ErrorBoundary>
          </StorageGate>
        )}
      </ThemeProvider>
    </LanguageProvider>
  </StrictMode>,
)
