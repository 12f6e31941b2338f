/** Puts a failure under a problem: a new one, or one that is there already. */
import { Link } from 'wouter'
import type { CaseFile } from '../domain/workflow/caseFile'
import { linkProblem, problemFromFailure } from '../store/caseFiles'
import { Dialog } from '../ui/Dialog'
import { useText } from '../ui/LanguageContext'
import { CommandTrouble } from './CommandTrouble'
import { FormDialog } from './FormDialog'
import { ProblemChoices } from './ProblemChoices'
import { usePerson } from './usePerson'
import { useCommand } from './useCommand'
import { useForm, type Form } from './useForm'

interface Props {
  readonly file: CaseFile
  readonly onClose: () => void
}

export function ProblemDialog(props: Props) {
  return props.file.problem === null ? <NewProblem {...props} /> : <LinkedProblem {...props} />
}

function NewProblem({ file, onClose }: Props) {
  const { t } = useText()
  const { failure } = file
  const form = useForm({
    form: `problems:new:${failure.id}`,
    record: { title: failure.title ?? failure.description?.slice(0, 40) ?? '' },
    isNew: true,
    label: {
      title: t.problemMake,
      about: failure.no ?? '',
      href: `/failures/${failure.id}?edit=failures:${failure.id}:problemId`,
    },
  })
  return form === null ? null : <OpenNewProblem file={file} form={form} onClose={onClose} />
}

function OpenNewProblem({ file, form, onClose }: Props & { readonly form: Form }) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const { failure } = file
  const title = String(form.valueOf('title') ?? '')
  const ends = async (run: () => Promise<unknown>): Promise<boolean> => (await command.run(run)).ended === 'done'
  const link = async (problemId: string): Promise<void> => {
    const end = await command.run(
      () => linkProblem(failure.id, problemId, person),
      () => form.draft.drop(),
    )
    if (end.ended === 'done') onClose()
  }
  return (
    <FormDialog
      title={t.problem}
      form={form}
      submit={t.problemMake}
      refusal={title.trim() === '' ? t.problemTitle : undefined}
      command={command}
      onSubmit={() => ends(() => problemFromFailure(failure.id, title.trim(), person))}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{t.problemTitle}</span>
        <input className="input" value={title} onChange={(event) => form.set('title', event.target.value)} />
      </label>
      <ProblemChoices isPending={command.isPending} onLink={(id) => void link(id)} />
    </FormDialog>
  )
}

function LinkedProblem({ file: { failure, problem }, onClose }: Props) {
  const { t } = useText()
  const person = usePerson()
  const { isPending, trouble, run } = useCommand('here')
  const unlink = async (): Promise<void> => {
    if ((await run(() => linkProblem(failure.id, null, person))).ended === 'done') onClose()
  }
  return (
    <Dialog title={t.problem} onClose={onClose}>
      <div className="spread">
        <Link href={`/problems/${problem?.id ?? ''}`}>
          <span className="mono">{problem?.no}</span> {problem?.title}
        </Link>
        <button
          type="button"
          className="button"
          disabled={isPending}
          title={isPending ? t.commandPending : undefined}
          onClick={() => void unlink()}
        >
          {t.problemUnlink}
        </button>
      </div>
      <CommandTrouble trouble={trouble} />
    </Dialog>
  )
}
