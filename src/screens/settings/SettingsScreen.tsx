/** Who you are, how it looks, and the code lists of the company. */
import { Link } from 'wouter'
import { useActor } from '../../panels/useActor'
import { useTeamAccount } from '../../panels/teamAccount'
import { LanguageChoice } from '../../ui/LanguageChoice'
import { useText } from '../../ui/LanguageContext'
import { useTheme, type ThemeChoice } from '../../ui/Theme'
import { CalendarPanel } from './CalendarPanel'
import { CodeLists } from './CodeLists'
import { LimitsPanel } from './LimitsPanel'
import { RolePanel } from './RolePanel'
import { TargetsPanel } from './TargetsPanel'

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark']

export function SettingsScreen() {
  const { t } = useText()
  const { choice, choose } = useTheme()
  const { actor, setActor } = useActor()
  const account = useTeamAccount()
  return (
    <div className="page narrow">
      <h1>{t.settingsTitle}</h1>
      <section className="card card-pad stack">
        <h2>{t.settingsYou}</h2>
        <label className="field">
          <span className="field-label">{t.whoAreYou}</span>
          <input
            key={actor}
            className="input"
            defaultValue={actor}
            readOnly={account !== null}
            onBlur={(event) => (account === null ? setActor(event.target.value) : undefined)}
          />
          <span className="small muted">{account === null ? t.whoAreYouWhy : t.teamNameIsAccount}</span>
        </label>
        <div>
          <Link className="button" href="/team">
            {t.teamOpen}
          </Link>
        </div>
      </section>
      <section className="card card-pad stack">
        <h2>{t.settingsLook}</h2>
        <LanguageChoice label={t.language} />
        <div className="row" role="group" aria-label={t.theme}>
          {THEMES.map((theme) => (
            <button
              key={theme}
              type="button"
              className="button"
              aria-pressed={theme === choice}
              onClick={() => choose(theme)}
            >
              {{ system: t.themeSystem, light: t.themeLight, dark: t.themeDark }[theme]}
            </button>
          ))}
        </div>
      </section>
      <RolePanel />
      <LimitsPanel />
      <CalendarPanel />
      <TargetsPanel />
      <section className="card card-pad stack">
        <h2>{t.templates}</h2>
        <p className="small muted">{t.templatesWhy}</p>
        <div>
          <Link className="button" href="/templates">
            {t.templatesOpen}
          </Link>
        </div>
      </section>
      <section className="card card-pad stack">
        <h2>{t.masterTitle}</h2>
        <p className="small muted">{t.masterWhy}</p>
        <div>
          <Link className="button" href="/master">
            {t.masterOpen}
          </Link>
        </div>
      </section>
      <CodeLists />
      <p className="small muted">
        {t.build} {__BUILD__}
      </p>
    </div>
  )
}
