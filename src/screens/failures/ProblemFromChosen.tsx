/** Opens one problem for all selected failures, or puts them under one that is there. */
import { useLocation } from 'wouter'
import { formatCount } from '../../i18n/format'
import { FormDialog } from '../../panels/FormDialog'
import { ProblemChoices } from '../../panels/ProblemChoices'
import { useCommand } from '../../panels/useCommand'
import { useForm, type Form } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { linkProblems, problemFromFailures } from '../../store/caseFiles'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'

interface Props {
  readonly ids: readonly string[]
  readonly onDone: () => void
  readonly onClose: () => void
}

export function ProblemFromChosen(props: Props) {
  const { t } = useText()
  const form = useForm({
    form: 'problems:new:chosen',
    record: {},
    isNew: true,
    label: { title: t.problemFromChosen, href: '/failures' },
  })
  return form === null ? null : <OpenDialog {...props} form={form} />
}

function OpenDialog({ ids, onDone, onClose, form }: Props & { readonly form: Form }) {
  const { t, language } = useText()
  const [, navigate] = useLocation()
  const toast = useToast()
  const person = usePerson()
  const command = useCommand('here')
  const title = String(form.valueOf('title') ?? '')
  const count = formatCount(ids.length, language)
  const ends = async (run: () => Promise<string | null>): Promise<boolean> => {
    const end = await command.run(run)
    if (end.ended !== 'done' || end.value === null) return false
    const id = end.value
    toast(t.problemMade(count), { label: t.problemOpenMade, run: () => navigate(`/problems/${id}`) })
    onDone()
    return true
  }
  const link = async (problemId: string): Promise<void> => {
    const isLinked = await ends(async () => {
      await linkProblems(ids, problemId, person)
      return problemId
    })
    if (!isLinked) return
    await form.draft.drop()
    onClose()
  }
  return (
    <FormDialog
      title={t.problemFromChosenTitle(count)}
      form={form}
      submit={t.problemMake}
      refusal={title.trim() === '' ? t.problemTitle : undefined}
      command={command}
      onSubmit={() => ends(() => problemFromFailures(ids, title.trim(), person))}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label is-required">{t.problemTitle}</span>
        <input className="input" value={title} onChange={(event) => form.set('title', event.target.value)} />
      </label>
      <ProblemChoices isPending={command.isPending} onLink={(id) => void link(id)} />
    </FormDialog>
  )
}
