/** The options of a list: labels in both languages; a saved one is retired and never removed. */
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { CompanyOption } from '../../../domain/companyFields'
import { wordsOfCompanyFields } from '../../../i18n/companyFields'
import { useText } from '../../../ui/LanguageContext'

interface Props {
  readonly options: readonly CompanyOption[]
  readonly onChange: (options: readonly CompanyOption[]) => void
}

const NEW: CompanyOption = { code: '', zh: '', en: '' }

export function OptionsEditor({ options, onChange }: Props) {
  const { language } = useText()
  const words = wordsOfCompanyFields(language)
  const replace = (at: number, option: CompanyOption | null): void =>
    onChange(options.flatMap((known, other) => (other !== at ? [known] : option === null ? [] : [option])))
  const move = (at: number, by: -1 | 1): void => {
    const order = [...options]
    const [moved = NEW] = order.splice(at, 1)
    order.splice(at + by, 0, moved)
    onChange(order)
  }
  return (
    <fieldset className="form-group stack">
      <legend>{words.options}</legend>
      <ol className="company-options">
        {options.map((option, at) => (
          // A new option has no name yet; its place is all there is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${option.code}-${at}`}>
            <input
              className="input"
              aria-label={`${words.optionZh} ${at + 1}`}
              placeholder={words.optionZh}
              value={option.zh}
              onChange={(event) => replace(at, { ...option, zh: event.target.value })}
            />
            <input
              className="input"
              aria-label={`${words.optionEn} ${at + 1}`}
              placeholder={words.optionEn}
              value={option.en}
              onChange={(event) => replace(at, { ...option, en: event.target.value })}
            />
            <div className="row company-acts">
              <Arrow label={`${words.up} ${at + 1}`} isUp isDisabled={at === 0} onPress={() => move(at, -1)} />
              <Arrow
                label={`${words.down} ${at + 1}`}
                isDisabled={at === options.length - 1}
                onPress={() => move(at, 1)}
              />
              <OptionEnd option={option} onChange={(next) => replace(at, next)} />
            </div>
          </li>
        ))}
      </ol>
      <div className="row">
        <button type="button" className="button" onClick={() => onChange([...options, NEW])}>
          {words.optionAdd}
        </button>
        <span className="small muted">{words.optionsWhy}</span>
      </div>
    </fieldset>
  )
}

interface ArrowProps {
  readonly label: string
  readonly isUp?: boolean
  readonly isDisabled: boolean
  readonly onPress: () => void
}

function Arrow({ label, isUp = false, isDisabled, onPress }: ArrowProps) {
  const Icon = isUp ? ArrowUp : ArrowDown
  return (
    <button type="button" className="button quiet icon" disabled={isDisabled} aria-label={label} onClick={onPress}>
      <Icon size={14} aria-hidden />
    </button>
  )
}

/** Removes one that was never saved, retires or resumes one that was. */
function OptionEnd({
  option,
  onChange,
}: {
  readonly option: CompanyOption
  readonly onChange: (option: CompanyOption | null) => void
}) {
  const { language } = useText()
  const words = wordsOfCompanyFields(language)
  const { isRetired = false, ...inUse } = option
  if (option.code === '')
    return (
      <button type="button" className="button quiet" onClick={() => onChange(null)}>
        {words.optionRemove}
      </button>
    )
  return (
    <>
      {isRetired ? <span className="chip">{words.optionRetired}</span> : null}
      <button
        type="button"
        className="button quiet"
        onClick={() => onChange(isRetired ? inUse : { ...inUse, isRetired: true })}
      >
        {isRetired ? words.optionResume : words.optionRetire}
      </button>
    </>
  )
}
