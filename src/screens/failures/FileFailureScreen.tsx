/** Filing a failure. Every word is on disk as it is typed. */
import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { isReader, permits } from '../../domain/workflow/permits'
import { CommandTrouble } from '../../panels/CommandTrouble'
import { useTeamAccount } from '../../panels/teamAccount'
import { usePerson } from '../../panels/usePerson'
import { useText } from '../../ui/LanguageContext'
import { onCtrlEnter } from '../../ui/onCtrlEnter'
import { FilingHead } from './filing/FilingHead'
import { FilingQuestions } from './filing/FilingQuestions'
import { useFiling, type Filed, type Filing } from './filing/useFiling'
import './fileFailure.css'

export function FileFailureScreen() {
  const [params] = useSearchParams()
  const wanted = params.get('draft') ?? undefined
  return <Report key={wanted ?? ''} wanted={wanted} />
}

function Report({ wanted }: { readonly wanted: string | undefined }) {
  const filing = useFiling(wanted)
  if (filing === null)
    return (
      <div className="page narrow" aria-busy="true">
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  return filing.filed === null ? (
    <ReportForm filing={filing} wanted={wanted} />
  ) : (
    <FiledNote filed={filing.filed} onAgain={filing.again} />
  )
}

function ReportForm({ filing, wanted }: { readonly filing: Filing; readonly wanted: string | undefined }) {
  const { t } = useText()
  const { command, submit, draft } = filing
  const head = useRef<HTMLHeadingElement>(null)
  const person = usePerson()
  const [reason] = permits('file-failure', person)
  const refused = reason === undefined ? undefined : t.commandRefusal(reason)
  const submitOnKeys = onCtrlEnter(() => void (refused === undefined ? submit() : undefined))
  return (
    <form
      className="page narrow file-failure"
      noValidate
      onKeyDown={(event) => {
        submitOnKeys(event)
        // Only the button and Ctrl+Enter submit.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <FilingHead
        filing={filing}
        heading={head}
        isHeldElsewhere={wanted !== undefined && draft.id !== wanted && draft.recoveredFrom === null}
      />
      {refused === undefined ? null : <p className="note warn">{refused}</p>}
      <fieldset className="form-frame stack" disabled={isReader(person.role)}>
        <FilingQuestions filing={filing} />
      </fieldset>
      <CommandTrouble trouble={command.trouble} />
      <div className="submit-bar no-print">
        <span className="small muted">{t.fileSubmitHint}</span>
        <button
          type="submit"
          className="button primary big"
          disabled={command.isPending || refused !== undefined}
          title={command.isPending ? t.commandPending : refused}
        >
          {command.isPending ? t.commandPending : t.fileSubmit}
        </button>
      </div>
    </form>
  )
}

function FiledNote({ filed, onAgain }: { readonly filed: Filed; readonly onAgain: Filing['again'] }) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const account = useTeamAccount()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <div className="page narrow filed">
      <Check size={44} aria-hidden />
      <h1 ref={head} tabIndex={-1}>
        {t.fileDone(filed.no)}
      </h1>
      <p className="muted">{account === null ? t.onThisDevice : t.filedForTeam}</p>
      <div className="row">
        <button type="button" className="button primary big" onClick={() => onAgain(filed.train)}>
          {t.fileAgain}
        </button>
        <Link className="button big" href={`/failures/${filed.id}`}>
          {t.openPage}
        </Link>
        <button type="button" className="button big" onClick={() => navigate('/failures')}>
          {t.failures}
        </button>
      </div>
    </div>
  )
}
