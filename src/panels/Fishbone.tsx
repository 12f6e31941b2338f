/** The Ishikawa diagram: spine, six bones, and the possible causes on them, written where they stand. */
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { BRANCHES, readFishbone, type Bone, type Branch } from '../domain/fishbone'
import type { Json } from '../domain/records/field'
import { WHY_VERDICTS } from '../domain/whyTree'
import { useText } from '../ui/LanguageContext'
import './fishbone.css'

const SHAPE = { open: '○', confirmed: '●', ruledOut: '✕' } as const

interface Props {
  /** The effect at the head of the fish. */
  readonly effect: string
  readonly value: Json | undefined
  /** null: only to be read, with the reason. */
  readonly onChange: ((bones: readonly Bone[]) => void) | null
  readonly lockedWhy?: string
}

export function Fishbone({ effect, value, onChange, lockedWhy }: Props) {
  const { t } = useText()
  const bones = readFishbone(value)
  const top = BRANCHES.slice(0, 3)
  const bottom = BRANCHES.slice(3)
  const row = (branches: readonly Branch[], isTop: boolean) => (
    <div className={isTop ? 'fish-row is-top' : 'fish-row'}>
      {branches.map((branch) => (
        <section key={branch} className="fish-branch" aria-label={t.fishBranch(branch)}>
          <svg className="fish-rib" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
            {isTop ? <line x1="8" y1="0" x2="100" y2="100" /> : <line x1="8" y1="100" x2="100" y2="0" />}
          </svg>
          <Causes branch={branch} bones={bones} onChange={onChange} />
        </section>
      ))}
    </div>
  )
  return (
    <figure className="fish" aria-label={t.fishTitle}>
      <figcaption className="row">
        <h3>{t.fishTitle}</h3>
        {lockedWhy === undefined ? null : <span className="small muted">{lockedWhy}</span>}
      </figcaption>
      <div className="fish-body">
        <div className="fish-bones">
          {row(top, true)}
          <div className="fish-spine" aria-hidden />
          {row(bottom, false)}
        </div>
        <div className="fish-head">
          <span>{effect}</span>
        </div>
      </div>
    </figure>
  )
}

interface CausesProps {
  readonly branch: Branch
  readonly bones: readonly Bone[]
  readonly onChange: Props['onChange']
}

function Causes({ branch, bones, onChange }: CausesProps) {
  const { t } = useText()
  const own = bones.map((bone, at) => ({ bone, at })).filter(({ bone }) => bone.branch === branch)
  const set = (at: number, bone: Bone | null): void =>
    onChange?.(bones.flatMap((known, place) => (place === at ? (bone === null ? [] : [bone]) : [known])))
  return (
    <>
      <h4>{t.fishBranch(branch)}</h4>
      <ul>
        {own.map(({ bone, at }) => (
          <li key={`${at}-${bone.text}`} className={`fish-cause is-${bone.verdict}`}>
            {onChange === null ? (
              <p>
                <span aria-hidden>{SHAPE[bone.verdict]} </span>
                {bone.text}{' '}
                <span className="muted small">
                  {t.whyVerdict(bone.verdict)}
                  {bone.evidence === '' ? '' : ` · ${bone.evidence}`}
                </span>
              </p>
            ) : (
              <EditedCause branch={branch} bone={bone} onWrite={(next) => set(at, next)} />
            )}
          </li>
        ))}
      </ul>
      {onChange === null ? null : (
        <NewCause
          branch={branch}
          onAdd={(text) => onChange([...bones, { branch, text, verdict: 'open', evidence: '' }])}
        />
      )}
    </>
  )
}

interface EditedProps {
  readonly branch: Branch
  readonly bone: Bone
  /** Null takes it away. */
  readonly onWrite: (bone: Bone | null) => void
}

/** A cause whose verdict is turned, whose text and evidence are written where they stand. */
function EditedCause({ branch, bone, onWrite }: EditedProps) {
  const { t } = useText()
  const next = WHY_VERDICTS[(WHY_VERDICTS.indexOf(bone.verdict) + 1) % WHY_VERDICTS.length] ?? 'open'
  return (
    <>
      <div className="fish-line">
        <button
          type="button"
          className="button quiet icon"
          title={t.fishTurn(t.whyVerdict(bone.verdict))}
          aria-label={`${bone.text}${t.colon}${t.fishTurn(t.whyVerdict(bone.verdict))}`}
          onClick={() => onWrite({ ...bone, verdict: next })}
        >
          {SHAPE[bone.verdict]}
        </button>
        <Written
          value={bone.text}
          label={t.fishCause(t.fishBranch(branch))}
          onWrite={(text) => onWrite(text === '' ? null : { ...bone, text })}
        />
        <button
          type="button"
          className="button quiet icon"
          aria-label={`${t.whyRemove}${t.colon}${bone.text}`}
          title={t.whyRemove}
          onClick={() => onWrite(null)}
        >
          <X size={13} aria-hidden />
        </button>
      </div>
      <Written
        value={bone.evidence}
        label={`${t.whyEvidence}${t.colon}${bone.text}`}
        placeholder={t.whyEvidence}
        isSmall
        onWrite={(evidence) => onWrite({ ...bone, evidence })}
      />
    </>
  )
}

interface NewProps {
  readonly branch: Branch
  readonly onAdd: (text: string) => void
}

function NewCause({ branch, onAdd }: NewProps) {
  const { t } = useText()
  const [adding, setAdding] = useState('')
  const add = (): void => {
    if (adding.trim() === '') return
    onAdd(adding.trim())
    setAdding('')
  }
  const name = t.fishAdd(t.fishBranch(branch))
  return (
    <form
      className="fish-line"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <input
        className="input"
        aria-label={name}
        placeholder={name}
        value={adding}
        onChange={(event) => setAdding(event.target.value)}
      />
      <button
        type="submit"
        className="button quiet icon"
        disabled={adding.trim() === ''}
        aria-label={name}
        title={name}
      >
        <Plus size={15} aria-hidden />
      </button>
    </form>
  )
}

/** A text that is written where it stands and kept when one leaves it. */
function Written({
  value,
  label,
  placeholder,
  isSmall = false,
  onWrite,
}: {
  readonly value: string
  readonly label: string
  readonly placeholder?: string
  readonly isSmall?: boolean
  readonly onWrite: (text: string) => void
}) {
  const [typed, setTyped] = useState(value)
  const write = (): void => {
    if (typed.trim() !== value) onWrite(typed.trim())
  }
  return (
    <input
      className={isSmall ? 'input fish-evidence' : 'input'}
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={write}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur()
      }}
    />
  )
}
